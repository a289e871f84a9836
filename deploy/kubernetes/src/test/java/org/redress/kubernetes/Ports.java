package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** How the ports of every service are called. */
final class Ports {

    static final JsonNode HTTP = new TextNode("http");
    static final JsonNode MANAGEMENT = new TextNode("management");

    private Ports() {}
}
