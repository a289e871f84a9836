package org.redress.triage.signals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts English text into stems: "The kettles caught fire" becomes "the kettl catch fir". */
final class English implements Language {

    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}]+(?:['’`]\\p{L}+)?|\\n|[^\\s\\p{L}\\p{N}]");
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");

    /** Irregular forms, each line led by the stem that they become; and words not to be cut. */
    private static final String IRREGULAR =
            """
            be am is are was were been being
            have has had having
            do does did done doing
            get gets got gotten getting
            catch catches caught catching
            die dies died dying
            fall falls fell fallen falling
            break breaks broke broken breaking
            burn burns burned burnt burning
            bite bites bit bitten biting
            steal steals stole stolen stealing
            send sends sent sending
            pay pays paid paying
            lose loses lost losing
            take takes took taken taking
            make makes made making
            give gives gave given giving
            go goes went gone going
            come comes came coming
            find finds found finding
            leave leaves left leaving
            sue sues sued suing
            hit hits hitting
            beat beats beaten beating
            hold holds held holding
            hang hangs hung hanging
            buy buys bought buying
            sell sells sold selling
            tell tells told telling
            say says said saying
            speak speaks spoke spoken speaking
            feel feels felt feeling
            throw throws threw thrown throwing
            strike strikes struck striking
            shoot shoots shot shooting
            bleed bleeds bled bleeding
            choke chokes choked choking
            withdraw withdraws withdrew withdrawn withdrawing
            child children
            person people
            foot feet
            tooth teeth
            worker workers
            this
            his
            us
            nothing
            something
            anything
            during
            always
            yes
            gas gases
            bus buses
            shed
            red
            speed
            hundred hundreds
            need needs needed
            """;

    private static final Map<String, String> FORMS = forms();

    @Override
    public String code() {
        return "en";
    }

    @Override
    public String separator() {
        return " ";
    }

    @Override
    public String sentenceEnds() {
        return ".!?;\n";
    }

    @Override
    public String clauseEnds() {
        return ",:()—–";
    }

    @Override
    public int gap() {
        return 30;
    }

    @Override
    public NormalText normalise(String text) {
        var builder = new NormalText.Builder(text, text.length() * 4 + 8);
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            addWords(builder, lowerCase(token.group()), token.start(), token.end());
        }
        return builder.build();
    }

    /**
     * Letter by letter: String.toLowerCase copies the rest anew for each letter that becomes two.
     */
    private static String lowerCase(String token) {
        var letters = token.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    private static void addWords(NormalText.Builder builder, String token, int begin, int end) {
        var word = token.replace('’', '\'').replace('`', '\'');
        if (word.endsWith("n't")) {
            var verb = word.substring(0, word.length() - 3);
            builder.add(
                    stem(verb.equals("ca") ? "can" : verb.equals("wo") ? "will" : verb),
                    begin,
                    end,
                    " ");
            builder.add("not", begin, end, " ");
        } else if (word.equals("cannot")) {
            builder.add("can", begin, end, " ").add("not", begin, end, " ");
        } else {
            int apostrophe = word.indexOf('\'');
            builder.add(
                    stem(apostrophe < 0 ? word : word.substring(0, apostrophe)), begin, end, " ");
        }
    }

    private static String stem(String word) {
        var form = FORMS.get(word);
        if (form != null) {
            return form;
        }
        if (word.chars().allMatch(Character::isDigit)) {
            return word;
        }
        var stem = word;
        if (stem.length() > 4 && stem.endsWith("ies")) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.length() > 4 && stem.endsWith("ied")) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (cut(stem, "ing") || cut(stem, "ed")) {
            stem = stem.substring(0, stem.length() - (stem.endsWith("ing") ? 3 : 2));
        } else if (stem.length() > 3
                && stem.endsWith("s")
                && !stem.endsWith("ss")
                && !stem.endsWith("us")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.length() > 3 && stem.endsWith("e")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled ? stem.substring(0, last) : stem;
    }

    private static boolean cut(String word, String suffix) {
        int left = word.length() - suffix.length();
        return left >= 3
                && word.endsWith(suffix)
                && !word.endsWith("eed")
                && VOWEL.matcher(word.substring(0, left)).find();
    }

    private static Map<String, String> forms() {
        var forms = new HashMap<String, String>();
        IRREGULAR
                .lines()
                .map(line -> List.of(line.split(" ", -1)))
                .forEach(line -> line.forEach(form -> forms.put(form, line.getFirst())));
        return Map.copyOf(forms);
    }
}
