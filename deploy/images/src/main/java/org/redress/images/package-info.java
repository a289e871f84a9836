/**
 * OCI images of the services, made of what Quarkus packaged, without a container runtime. What is
 * in an image and how it starts stands here and, for those who build by it, in the Containerfile.
 */
@NullMarked
package org.redress.images;

import org.jspecify.annotations.NullMarked;
