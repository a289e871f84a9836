package org.redress.notification.writing;

import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.SealedCase;
import org.redress.notification.channels.Envelope;
import org.redress.notification.links.AcknowledgeLinks;
import org.redress.notification.mails.AlertPage;
import org.redress.notification.mails.Call;
import org.redress.notification.mails.Contact;
import org.redress.notification.mails.Mail;
import org.redress.notification.mails.MailWriter;
import org.redress.notification.mails.Page;
import org.redress.notification.messages.Bundles;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.MessageState;
import org.redress.notification.messages.Recipient;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Customers;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.Staff;
import org.redress.notification.recipients.StaffMember;
import org.redress.notification.writing.AddressLimit.Addressed;
import org.redress.notification.writing.Writing.Impossible;
import org.redress.notification.writing.Writing.TooMany;
import org.redress.notification.writing.Writing.Unneeded;
import org.redress.notification.writing.Writing.Written;
import org.redress.platform.web.text.MailAddresses;

/** Writes a claimed message with what is known at this moment. */
@ApplicationScoped
public class Author {
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final Cases cases;
    private final Customers customers;
    private final Staff staff;
    private final MailWriter mails;
    private final Bundles bundles;
    private final AcknowledgeLinks links;
    private final Exercises exercises;
    private final AddressLimit limit;
    private final String domain;
    private final Clock clock;

    Author(
            Cases cases,
            Customers customers,
            Staff staff,
            MailWriter mails,
            Bundles bundles,
            AcknowledgeLinks links,
            Exercises exercises,
            AddressLimit limit,
            Contact contact,
            Clock clock) {
        this.cases = cases;
        this.customers = customers;
        this.staff = staff;
        this.mails = mails;
        this.bundles = bundles;
        this.links = links;
        this.exercises = exercises;
        this.limit = limit;
        this.domain = contact.email().substring(contact.email().indexOf('@') + 1);
        this.clock = clock;
    }

    /**
     * Writes messages that were claimed together, one by one and on any thread: the mail, or why
     * there is none; it throws what may be otherwise the next time. What all mails to customers
     * need is got in one trip, by the first of them; a page waits for nobody else.
     */
    public Function<Message, Writing> together(List<Message> claimed) {
        var full = new Once<>(() -> prepareCustomersMails(claimed));
        return message -> write(message, full);
    }

    /** Has their keys at hand, and counts those that are no exercise for their addresses. */
    private Map<UUID, Instant> prepareCustomersMails(List<Message> claimed) {
        var mails =
                claimed.stream()
                        .filter(message -> message.recipient().kind() == Recipient.Kind.CUSTOMER)
                        .filter(message -> message.file() != null)
                        .toList();
        cases.fetchKeys(mails.stream().map(Author::file).toList());
        return limit.admit(
                mails.stream()
                        .filter(mail -> mail.origin().mode() == Mode.REAL)
                        .flatMap(mail -> addressed(mail).stream())
                        .toList());
    }

    /** Empty if it goes nowhere, or cannot be read: that holds up no other. */
    private Optional<Addressed> addressed(Message mail) {
        try {
            return reader(file(mail))
                    .map(CustomerContact::email)
                    .filter(MailAddresses::isDeliverable)
                    .map(address -> new Addressed(mail, address));
        } catch (IllegalStateException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private Writing write(Message message, Once<Map<UUID, Instant>> full) {
        try {
            return switch (message.purpose()) {
                case ESCALATION_PAGE, ALERT_PAGE ->
                        toStaff(message, reader -> page(message, reader));
                case PAGE_BUNDLE -> bundle(message);
                case STAFF_NEWS -> news(message);
                case STAFF_REMINDER -> reminder(message);
                case CUSTOMER_ACKNOWLEDGMENT, CUSTOMER_PROMISE, CUSTOMER_RESOLUTION ->
                        toCustomer(message, full.get());
            };
        } catch (TemplateException e) {
            return new Impossible("the mail could not be written: " + e.getClass().getSimpleName());
        }
    }

    private Writing toStaff(Message message, Function<StaffMember, Mail> mail) {
        return staff.find(message.recipient().id())
                .map(reader -> toStaff(message, mail, reader))
                .orElseGet(
                        () -> new Impossible("the person is not here, or not in the staff file"));
    }

    private Writing toStaff(Message message, Function<StaffMember, Mail> mail, StaffMember reader) {
        return exercises
                .address(message, reader.email())
                .<Writing>map(address -> {
                    var written = mail.apply(reader);
                    return new Written(
                            envelope(message, address, reader.name(), reader.language(), written));
                })
                .orElseGet(() -> unneeded(message));
    }

    private Mail page(Message message, StaffMember reader) {
        var link = links.to(message.id(), message.queuedAt());
        var now = clock.instant();
        return switch (call(message)) {
            case Page page ->
                    mails.page(
                            page,
                            asFarAsKnown(message),
                            reader,
                            message.origin().mode(),
                            link,
                            staff.namesFor(reader.language()),
                            now);
            case AlertPage alert -> mails.alert(alert, reader, message.origin().mode(), link, now);
        };
    }

    /** The pages of which somebody is still needed; one of them is a mail like any other. */
    private Writing bundle(Message message) {
        var pages = bundles.take(message);
        return switch (pages.size()) {
            case 0 -> new Unneeded("NOT_NEEDED");
            case 1 -> toStaff(message, reader -> page(pages.getFirst(), reader));
            default -> toStaff(message, reader -> bundle(message, pages, reader));
        };
    }

    private Mail bundle(Message message, List<Message> pages, StaffMember reader) {
        return mails.bundle(
                pages.stream()
                        .map(page ->
                                new MailWriter.Ride(
                                        (Page) call(page),
                                        asFarAsKnown(page),
                                        links.to(page.id(), page.queuedAt())))
                        .toList(),
                reader,
                message.origin().mode(),
                links.to(message.id(), message.queuedAt()));
    }

    /** Whoever was not called after all need not hear how the call ended. */
    private Writing news(Message message) {
        if (message.pages().contains(MessageState.SENT)) {
            return toStaff(message, reader -> news(message, reader));
        }
        return message.pages().contains(MessageState.SENDING)
                ? new TooMany("the page is still being sent", clock.instant().plus(A_MOMENT))
                : new Unneeded("NOT_CALLED");
    }

    private Mail news(Message message, StaffMember reader) {
        var news = Objects.requireNonNull(message.news());
        var mode = message.origin().mode();
        return switch (call(message)) {
            case Page page ->
                    mails.news(
                            news,
                            page,
                            asFarAsKnown(message),
                            reader,
                            mode,
                            staff.namesFor(reader.language()));
            case AlertPage alert ->
                    mails.news(news, alert, reader, staff.namesFor(reader.language()));
        };
    }

    /** Nobody is reminded of a case whose customer was erased. */
    private Writing reminder(Message message) {
        return cases.openReminder(message.ofCase().id(), message.sealed())
                .map(reminder ->
                        toStaff(
                                message,
                                reader ->
                                        mails.reminder(
                                                reminder,
                                                asFarAsKnown(message),
                                                reader,
                                                message.origin().mode())))
                .orElseGet(() -> new Unneeded("ERASED"));
    }

    private KnownCase asFarAsKnown(Message message) {
        var about = message.ofCase();
        return cases.asFarAsKnown(message.file(), about.id(), about.number());
    }

    private static SealedCase file(Message message) {
        return Objects.requireNonNull(message.file(), "file");
    }

    private Optional<CustomerContact> reader(SealedCase file) {
        return customers.open(file.customerId(), file.contact());
    }

    private Writing toCustomer(Message message, Map<UUID, Instant> full) {
        var file = file(message);
        var reader = reader(file);
        if (reader.isEmpty()) {
            return file.erased() || customers.isErased(file.customerId())
                    ? new Unneeded("ERASED")
                    : new Impossible("the customer is not known any more");
        }
        var email = reader.get().email();
        if (email == null) {
            return new Impossible("the customer has no e-mail address");
        }
        if (!MailAddresses.isDeliverable(email)) {
            return new Impossible("not an address");
        }
        var until = full.get(message.id());
        if (until != null) {
            return new TooMany("too many mails to this address in an hour", until);
        }
        return exercises
                .address(message, email)
                .map(address -> toCustomer(message, cases.open(file), reader.get(), address))
                .orElseGet(() -> unneeded(message));
    }

    private Writing toCustomer(
            Message message, KnownCase about, CustomerContact reader, String address) {
        return new Written(
                envelope(
                        message,
                        address,
                        reader.name(),
                        about.language(),
                        mail(message, about, reader)));
    }

    private Mail mail(Message message, KnownCase about, CustomerContact reader) {
        var mode = message.origin().mode();
        return switch (message.purpose()) {
            case CUSTOMER_ACKNOWLEDGMENT -> mails.acknowledgment(about, reader, mode);
            case CUSTOMER_PROMISE ->
                    mails.promise(
                            cases.openPromise(about.caseId(), message.sealed()).orElseThrow(),
                            about,
                            reader,
                            mode);
            case CUSTOMER_RESOLUTION -> {
                var words = cases.openResolution(about.caseId(), message.sealed()).orElse("");
                yield message.news() == null
                        ? mails.resolution(words, about, reader, mode)
                        : mails.closing(words, about, reader, mode);
            }
            case ESCALATION_PAGE, ALERT_PAGE, PAGE_BUNDLE, STAFF_NEWS, STAFF_REMINDER ->
                    throw new IllegalStateException(message.purpose() + " is for no customer");
        };
    }

    private static Writing unneeded(Message message) {
        return new Unneeded(message.origin().mode().name());
    }

    private static Call call(Message message) {
        return Objects.requireNonNull(message.call(), "call");
    }

    private Envelope envelope(
            Message message, String address, String name, Language language, Mail mail) {
        var news = message.news();
        return new Envelope(
                messageId(message.id()),
                news == null ? List.of() : news.thread().stream().map(this::messageId).toList(),
                address,
                name,
                language,
                exercises.isUrgent(message),
                clock.instant(),
                mail);
    }

    private String messageId(UUID id) {
        return "<" + id + "@" + domain + ">";
    }
}
