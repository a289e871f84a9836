package org.redress.platform.web;

import jakarta.ws.rs.core.Response;

/**
 * What a status is called where nothing more precise is said.
 *
 * @param title for people, as in the registry of HTTP status codes
 * @param code for machines
 */
record StatusWords(String title, String code) {

    static final StatusWords BAD_REQUEST = new StatusWords("Bad Request", "request-invalid");

    static StatusWords of(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 401 -> new StatusWords("Unauthorized", "unauthenticated");
            case 403 -> new StatusWords("Forbidden", "forbidden");
            case 404 -> new StatusWords("Not Found", "not-found");
            case 405 -> new StatusWords("Method Not Allowed", "method-not-allowed");
            case 406 -> new StatusWords("Not Acceptable", "not-acceptable");
            case 409 -> new StatusWords("Conflict", "conflict");
            case 411 -> new StatusWords("Length Required", "length-required");
            case 410 -> new StatusWords("Gone", "gone");
            case 412 -> new StatusWords("Precondition Failed", "precondition-failed");
            case 413 -> new StatusWords("Content Too Large", "content-too-large");
            case 414 -> new StatusWords("URI Too Long", "uri-too-long");
            case 415 -> new StatusWords("Unsupported Media Type", "media-type-unsupported");
            case 422 -> new StatusWords("Unprocessable Content", "unprocessable");
            case 428 -> new StatusWords("Precondition Required", "precondition-required");
            case 429 -> new StatusWords("Too Many Requests", "too-many-requests");
            case 431 -> new StatusWords("Request Header Fields Too Large", "headers-too-large");
            case 500 -> new StatusWords("Internal Server Error", "internal");
            case 503 -> new StatusWords("Service Unavailable", "unavailable");
            case 505 -> new StatusWords("HTTP Version Not Supported", "version-not-supported");
            default -> {
                var known = Response.Status.fromStatusCode(status);
                yield new StatusWords(
                        known == null ? "Error" : known.getReasonPhrase(), "status-" + status);
            }
        };
    }
}
