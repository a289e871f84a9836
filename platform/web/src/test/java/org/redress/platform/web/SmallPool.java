package org.redress.platform.web;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A pool of one connection to the test's database, for which nobody waits long. */
@Singleton
class SmallPool {

    private final AgroalDataSource pool;

    SmallPool(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password)
            throws SQLException {
        pool =
                AgroalDataSource.from(
                        new AgroalDataSourceConfigurationSupplier()
                                .connectionPoolConfiguration(small ->
                                        small.maxSize(1)
                                                .acquisitionTimeout(Duration.ofSeconds(20))
                                                .connectionFactoryConfiguration(to ->
                                                        to.jdbcUrl(url)
                                                                .principal(new NamePrincipal(user))
                                                                .credential(
                                                                        new SimplePassword(
                                                                                password)))));
        // The first connection is made in its own time; whoever comes then is lent it or not.
        pool.getConnection().close();
        pool.getConfiguration()
                .connectionPoolConfiguration()
                .setAcquisitionTimeout(Duration.ofMillis(50));
    }

    DataSource dataSource() {
        return pool;
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
