package vn.sencrm.web.customer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.LabelledValue;

/** A customer as a vCard 3.0 (RFC 2426), which every telephone reads. */
public final class VCard {

    public static final String CONTENT_TYPE = "text/vcard; charset=utf-8";

    /** Bytes of a line without its end; longer ones go on in the next after a space. */
    private static final int LINE = 75;

    private final StringBuilder card = new StringBuilder("BEGIN:VCARD\r\nVERSION:3.0\r\n");

    private VCard() {}

    public static String of(CustomerView customer) {
        VCard card = new VCard();
        card.who(customer);
        customer.phones().forEach(phone -> card.labelled("TEL", "VOICE", phone));
        customer.emails().forEach(email -> card.labelled("EMAIL", "INTERNET", email));
        customer.websites().forEach(site -> card.line("URL", text(site.value())));
        customer.addresses().forEach(card::address);
        card.optional("NOTE", customer.notes());
        card.optional(
                "CATEGORIES",
                customer.tags().stream().map(CustomerView.TagRef::name).collect(Collectors.joining(" ")));
        card.line("REV", customer.updatedAt().toString());
        card.line("UID", text(customer.code()));
        return card.card.append("END:VCARD\r\n").toString();
    }

    /** The name of its file: the customer's code. */
    public static String fileName(CustomerView customer) {
        return customer.code().toLowerCase(Locale.ROOT) + ".vcf";
    }

    private void who(CustomerView customer) {
        boolean person = customer.kind() == CustomerKind.INDIVIDUAL;
        line("N", person ? nameParts(customer.name()) : text(customer.name()) + ";;;;");
        line("FN", text(customer.name()));
        String company = customer.account() == null ? null : customer.account().name();
        optional("ORG", person ? company : customer.name());
        optional("TITLE", customer.jobTitle());
        if (customer.birthday() != null) {
            line("BDAY", customer.birthday().toString());
        }
    }

    /** Vietnamese names begin with the family's and end with one's own. */
    private static String nameParts(String name) {
        String[] words = name.split(" ");
        if (words.length == 1) {
            return ";" + text(name) + ";;;";
        }
        String middle = Stream.of(words).skip(1).limit(words.length - 2L).collect(Collectors.joining(" "));
        return text(words[0]) + ";" + text(words[words.length - 1]) + ";" + text(middle) + ";;";
    }

    /** Labels are words of the user's own, for which a type has no place. */
    private void labelled(String property, String type, LabelledValue value) {
        line(property + ";TYPE=" + type, text(value.value()));
    }

    private void address(Address address) {
        line(
                "ADR",
                Stream.of(null, null, address.street(), address.commune(), address.province(), null, "Việt Nam")
                        .map(part -> part == null ? "" : text(part))
                        .collect(Collectors.joining(";")));
    }

    private void optional(String property, String value) {
        if (value != null && !value.isBlank()) {
            line(property, text(value));
        }
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Folded between characters, never inside one. */
    private void line(String property, String value) {
        int bytes = 0;
        for (int codePoint : (property + ":" + value).codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LINE) {
                card.append("\r\n ");
                bytes = 1;
            }
            card.append(character);
            bytes += length;
        }
        card.append("\r\n");
    }
}
