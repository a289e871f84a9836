#!/bin/sh
# Starts the broker. Its first start prepares the data, with the admin who makes all other users.
set -eu
/opt/kafka/bin/kafka-storage.sh format --ignore-formatted \
    --cluster-id=Pv7TNbTbTY2VS6p3Bko6ew --config=/redress/broker.properties \
    --add-scram="SCRAM-SHA-512=[name=admin,password=$ADMIN_KAFKA_PASSWORD]"
exec /opt/kafka/bin/kafka-server-start.sh /redress/broker.properties
