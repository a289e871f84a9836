package org.redress.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.local.Checkout;
import org.redress.local.Service;

/** The images of this checkout's services on an empty base, built once for all tests. */
final class Built {

    static final String REVISION = "0123456789012345678901234567890123456789";

    private static final Path FOLDER = Checkout.root().resolve("deploy/images/target/test-images");
    private static final Map<Service, Path> TARS = new ConcurrentHashMap<>();

    private Built() {}

    static Path tar(Service service) {
        return TARS.computeIfAbsent(
                service,
                each -> {
                    image(each).writeInto(FOLDER);
                    return FOLDER.resolve(each.id() + ".tar");
                });
    }

    static UnpackedImage unpacked(Service service, Path folder) throws IOException {
        return UnpackedImage.of(tar(service), folder.resolve(service.id()));
    }

    static ServiceImage image(Service service) {
        return new ServiceImage(
                FastJar.of(service),
                ServiceImage.SCRATCH,
                Map.of(
                        "org.opencontainers.image.revision",
                        REVISION,
                        "org.opencontainers.image.source",
                        "https://redress.example/source"));
    }
}
