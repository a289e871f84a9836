package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir Path folder;

    @Test
    void names_the_port_that_is_taken_and_who_needs_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.LOOPBACK))) {
            assertThatThrownBy(() -> Preflight.check(folder, List.of(mail(other.getLocalPort()))))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + ", which mail needs");
        }
    }

    @Test
    void is_silent_when_all_is_well() {
        assertThatCode(() -> Preflight.check(folder, List.of(mail(Ports.free()))))
                .doesNotThrowAnyException();
    }

    @Test
    void hands_out_ports_that_are_free_and_distinct() {
        PlatformPorts ports = PlatformPorts.free();
        List<Integer> all = Arrays.stream(Service.values()).map(ports::of).toList();

        assertThat(all).doesNotHaveDuplicates().allMatch(Ports::isFree);
    }

    private Part mail(int port) {
        return Parts.mail(folder, port);
    }
}
