package org.redress.triage.signals;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;

/**
 * Cuts Chinese text into words with HanLP, so that 火车 holds no 火 and 消毒 no 毒. Traditional
 * characters are read as simplified ones.
 */
final class Chinese implements Language {

    private final Segment segment =
            HanLP.newSegment()
                    .enableNameRecognize(false)
                    .enableTranslatedNameRecognize(false)
                    .enablePlaceRecognize(false)
                    .enableOrganizationRecognize(false)
                    .enableOffset(true);

    @Override
    public String code() {
        return "zh";
    }

    @Override
    public String separator() {
        return "";
    }

    @Override
    public String sentenceEnds() {
        return "。！？!?；;\n…";
    }

    @Override
    public String clauseEnds() {
        return "，,：:（）()“”";
    }

    @Override
    public int gap() {
        return 8;
    }

    @Override
    public NormalText normalise(String text) {
        var simplified = HanLP.convertToSimplifiedChinese(text);
        // A phrase that simplification makes longer or shorter has no way back to its place.
        var original = simplified.length() == text.length() ? text : simplified;
        var words = new NormalText.Builder(original, simplified.length());
        for (var term : segment.seg(simplified)) {
            words.add(term.word, term.offset, term.offset + term.word.length(), "");
        }
        return words.build();
    }
}
