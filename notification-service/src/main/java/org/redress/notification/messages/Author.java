package org.redress.notification.messages;

import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.links.AcknowledgeLinks;
import org.redress.notification.mails.Contact;
import org.redress.notification.mails.Mail;
import org.redress.notification.mails.MailWriter;
import org.redress.notification.mails.Page;
import org.redress.notification.messages.Writing.Impossible;
import org.redress.notification.messages.Writing.Written;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Customers;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.Staff;
import org.redress.notification.recipients.StaffMember;

/** Writes a claimed message with what is known at this moment. */
@ApplicationScoped
class Author {
    private final Cases cases;
    private final Customers customers;
    private final Staff staff;
    private final MailWriter mails;
    private final AcknowledgeLinks links;
    private final String domain;
    private final Clock clock;

    @Inject
    Author(
            Cases cases,
            Customers customers,
            Staff staff,
            MailWriter mails,
            AcknowledgeLinks links,
            Contact contact,
            Clock clock) {
        this.cases = cases;
        this.customers = customers;
        this.staff = staff;
        this.mails = mails;
        this.links = links;
        this.domain = contact.email().substring(contact.email().indexOf('@') + 1);
        this.clock = clock;
    }

    Writing write(Message message) {
        var about = cases.find(message.caseId()).orElseThrow();
        try {
            return switch (message.purpose()) {
                case ESCALATION_PAGE -> page(message, about);
                case CUSTOMER_ACKNOWLEDGMENT, CUSTOMER_RESOLUTION -> toCustomer(message, about);
            };
        } catch (TemplateException e) {
            return new Impossible("the mail could not be written: " + e.getClass().getSimpleName());
        }
    }

    private Writing page(Message message, KnownCase about) {
        var page = Objects.requireNonNull(message.page());
        return staff.find(message.recipient().id())
                .<Writing>map(reader -> new Written(page(message, about, page, reader)))
                .orElseGet(() -> new Impossible("the person is not in the staff file"));
    }

    private Envelope page(Message message, KnownCase about, Page page, StaffMember reader) {
        var link = links.to(message.id(), message.queuedAt());
        var mail = mails.page(page, about, reader, message.origin().mode(), link, clock.instant());
        return envelope(message, reader.email(), reader.name(), reader.language(), mail);
    }

    private Writing toCustomer(Message message, KnownCase about) {
        var reader = customers.find(message.recipient().id());
        if (reader.isEmpty()) {
            return new Impossible("the customer has been erased");
        }
        var email = reader.get().email();
        return email == null
                ? new Impossible("the customer has no e-mail address")
                : new Written(
                        envelope(
                                message,
                                email,
                                reader.get().name(),
                                about.language(),
                                mail(message, about, reader.get())));
    }

    private Mail mail(Message message, KnownCase about, CustomerContact reader) {
        var sealed = message.sealed();
        return sealed == null
                ? mails.acknowledgment(about, reader, message.origin().mode())
                : mails.resolution(
                        cases.open(message.caseId(), sealed).orElse(""),
                        about,
                        reader,
                        message.origin().mode());
    }

    private Envelope envelope(
            Message message, String address, String name, Language language, Mail mail) {
        return new Envelope(
                "<" + message.id() + "@" + domain + ">",
                address,
                name,
                language,
                message.purpose() == Purpose.ESCALATION_PAGE,
                clock.instant(),
                mail);
    }
}
