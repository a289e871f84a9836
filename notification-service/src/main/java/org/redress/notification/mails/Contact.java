package org.redress.notification.mails;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who we are to the customer, and how they reach us. */
@ConfigMapping(prefix = "redress.notification.contact")
public interface Contact {
    /** The name in Chinese that mails are signed with. */
    @WithDefault("回应客户服务中心")
    String nameZh();

    /** The name in English that mails are signed with. */
    @WithDefault("Redress Customer Care")
    String nameEn();

    /** The hotline. */
    @WithDefault("400-000-0000")
    String phone();

    /** The address that mails come from and that answers go to. */
    @WithDefault("care@redress.example")
    String email();
}
