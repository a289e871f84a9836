package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir Path folder;

    @Test
    void namesThePortThatIsTakenAndWhoNeedsIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.LOOPBACK))) {
            assertThatThrownBy(() -> Preflight.check(folder, List.of(mail(other.getLocalPort()))))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + ", which mail needs");
        }
    }

    @Test
    void isSilentWhenAllIsWell() {
        assertThatCode(() -> Preflight.check(folder, List.of(mail(Ports.free()))))
                .doesNotThrowAnyException();
    }

    @Test
    void handsOutPortsThatAreFreeAndDistinct() {
        PlatformPorts ports = PlatformPorts.free();

        assertThat(ports.services().values()).doesNotHaveDuplicates().allMatch(Ports::isFree);
    }

    private MailComponent mail(int port) {
        return new MailComponent(folder, port, Ports.free(), new Library(folder));
    }
}
