package org.redress.platform.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A value that is well-formed JSON and yet none of ours; the message is meant for the caller. */
public final class RefusedValue extends MismatchedInputException {

    RefusedValue(JsonParser json, String message) {
        super(json, message);
    }
}
