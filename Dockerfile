# One build for all services, one small image for each: docker build --target verification-api .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY . .
RUN ./mvnw -q -B -Dgates=off -Denforcer.skip -Dmaven.test.skip=true \
      -pl verification-api,dm-sender,webhook-receiver,x-sandbox,operator-cli -am package \
 && for service in verification-api dm-sender webhook-receiver x-sandbox; do \
      java -Djarmode=tools -jar $service/target/$service-*-exec.jar extract --destination /apps/$service \
      && mv /apps/$service/$service-*-exec.jar /apps/$service/app.jar; \
    done \
 && mkdir -p /apps/operator-cli && cp operator-cli/target/operator-cli-*-exec.jar /apps/operator-cli/app.jar

FROM eclipse-temurin:25-jre AS service
RUN useradd --system --uid 10001 --no-create-home app
USER 10001
# The collector that the JVM chooses with 512 MiB anyway; with more memory G1 would take a fifth of dm-sender's time.
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
WORKDIR /app
ENTRYPOINT ["java", "-jar", "app.jar"]

FROM service AS verification-api
COPY --from=build /apps/verification-api /app
EXPOSE 8080 9080

FROM service AS dm-sender
COPY --from=build /apps/dm-sender /app
EXPOSE 8082 9082

FROM service AS webhook-receiver
COPY --from=build /apps/webhook-receiver /app
EXPOSE 8081 9081

FROM service AS x-sandbox
COPY --from=build /apps/x-sandbox /app
EXPOSE 8090 8453

# A command, not a service: docker run … dead-letters list
FROM service AS operator-cli
COPY --from=build /apps/operator-cli /app
