package org.redress.images;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What Quarkus would package, in a few bytes. */
final class SmallFastJar {

    static final String THEIRS = "lib/main/org.others.library-1.0.jar";
    static final String OURS = "lib/main/org.redress.redress-web-0.1.0-SNAPSHOT.jar";
    static final String CLASSES = "app/intake-service-0.1.0-SNAPSHOT.jar";

    private SmallFastJar() {}

    static FastJar write(Path folder) throws IOException {
        Map<String, String> files =
                Map.of(
                        "lib/boot/org.others.boot-1.0.jar",
                        "boot",
                        THEIRS,
                        "theirs",
                        OURS,
                        "ours",
                        CLASSES,
                        "classes",
                        "quarkus-run.jar",
                        "run",
                        "quarkus-app-dependencies.txt",
                        """
                        org.others:boot::jar:1.0
                        org.others:library::jar:1.0
                        org.redress:redress-web::jar:0.1.0-SNAPSHOT
                        """);
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        generate(folder, "proxykey1");
        return new FastJar("intake", folder);
    }

    /** What Quarkus generates: classes that load these constants, one each, and a long. */
    static void generate(Path folder, String... constants) throws IOException {
        Path jar = folder.resolve(Generated.JAR);
        Files.createDirectories(jar.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < constants.length; i++) {
                var entry = new ZipEntry("io/quarkus/runner/recorded/Step" + i + ".class");
                entry.setTimeLocal(LocalDateTime.of(2026, Month.JANUARY, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(loading(constants[i], "Step" + i));
            }
        }
    }

    /** The constants that the generated classes of an unpacked jar load, in their order. */
    static List<String> constants(Path jar) throws IOException {
        var found = new ArrayList<String>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().toList()) {
                var type = ClassFile.of().parse(zip.getInputStream(entry).readAllBytes());
                type.constantPool()
                        .forEach(each -> {
                            if (each instanceof StringEntry text) {
                                found.add(text.stringValue());
                            }
                        });
            }
        }
        return found;
    }

    private static byte[] loading(String constant, String name) {
        return ClassFile.of()
                .build(
                        ClassDesc.of("io.quarkus.runner.recorded", name),
                        type ->
                                type.withMethodBody(
                                        "deploy",
                                        MethodTypeDesc.of(ConstantDescs.CD_void),
                                        ClassFile.ACC_STATIC,
                                        code ->
                                                code.loadConstant(1L << 40)
                                                        .pop2()
                                                        .loadConstant(constant)
                                                        .pop()
                                                        .return_()));
    }
}
