# One build for all services, one small image for each: docker build --target verification-api .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -q -B -Dgates=off -Denforcer.skip -Dmaven.test.skip=true \
      -pl verification-api,dm-sender,webhook-receiver,x-sandbox,operator-cli -am package \
 && for service in verification-api dm-sender webhook-receiver x-sandbox; do \
      java -Djarmode=tools -jar $service/target/$service-*-exec.jar extract --destination /apps/$service \
      && mv /apps/$service/$service-*-exec.jar /apps/$service/app.jar; \
    done \
 && mkdir -p /apps/operator-cli && cp operator-cli/target/operator-cli-*-exec.jar /apps/operator-cli/app.jar

FROM eclipse-temurin:25-jre AS runtime
LABEL org.opencontainers.image.vendor="DM Verify" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="0.2.0"
RUN useradd --system --uid 10001 --no-create-home app
COPY docker/healthy docker/train /usr/local/bin/
# Half of the memory limit is the heap; the other half holds metaspace, code, direct buffers and stacks.
# The collector that the JVM chooses with little memory anyway; with more memory G1 would take a fifth of dm-sender's time.
# Not JAVA_TOOL_OPTIONS: operators that add agents set that one.
ENV JDK_JAVA_OPTIONS="-Duser.language=en -Duser.country=US -XX:+UseSerialGC -XX:MaxRAMPercentage=50 -XX:ReservedCodeCacheSize=64m -XX:MaxDirectMemorySize=64m -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
WORKDIR /app

# Libraries change seldom: a layer of their own. The settings of the training open nothing and are in no image.
FROM runtime AS verification-api
LABEL org.opencontainers.image.title="verification-api"
COPY --from=build /apps/verification-api/lib /app/lib
COPY --from=build /apps/verification-api/app.jar /app/
RUN train DMVERIFY_CODES_KEYS_0_ID=t DMVERIFY_CODES_KEYS_0_SECRET="$(head -c 32 /dev/urandom | base64)" \
      DMVERIFY_TENANTS_T_ACCOUNT=t DMVERIFY_TENANTS_T_KEYS_0_SHA256="$(head -c 32 /dev/urandom | sha256sum | cut -d' ' -f1)" \
      DMVERIFY_ACCOUNTS_T_HANDLE=t DMVERIFY_ACCOUNTS_T_USERID=1
USER 10001
EXPOSE 8080 9080
HEALTHCHECK --interval=5s --timeout=4s --start-period=2m CMD ["healthy", "9080", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "app.jar"]

FROM runtime AS dm-sender
LABEL org.opencontainers.image.title="dm-sender"
COPY --from=build /apps/dm-sender/lib /app/lib
COPY --from=build /apps/dm-sender/app.jar /app/
RUN train DMVERIFY_CODES_KEYS_0_ID=t DMVERIFY_CODES_KEYS_0_SECRET="$(head -c 32 /dev/urandom | base64)" \
      DMVERIFY_ACCOUNTS_T_HANDLE=t DMVERIFY_ACCOUNTS_T_USERID=1 DMVERIFY_ACCOUNTS_T_BRAND=t \
      DMVERIFY_ACCOUNTS_T_CONSUMERKEY=t DMVERIFY_ACCOUNTS_T_CONSUMERSECRET=t \
      DMVERIFY_ACCOUNTS_T_TOKEN=1-t DMVERIFY_ACCOUNTS_T_TOKENSECRET=t
USER 10001
EXPOSE 8082 9082
HEALTHCHECK --interval=5s --timeout=4s --start-period=2m CMD ["healthy", "9082", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "app.jar"]

FROM runtime AS webhook-receiver
LABEL org.opencontainers.image.title="webhook-receiver"
COPY --from=build /apps/webhook-receiver/lib /app/lib
COPY --from=build /apps/webhook-receiver/app.jar /app/
RUN train DMVERIFY_WEBHOOK_APPS_DEFAULT_CONSUMERSECRET=t DMVERIFY_ACCOUNTS_T_USERID=1
USER 10001
EXPOSE 8081 9081
HEALTHCHECK --interval=5s --timeout=4s --start-period=2m CMD ["healthy", "9081", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "app.jar"]

FROM runtime AS x-sandbox
LABEL org.opencontainers.image.title="x-sandbox"
COPY --from=build /apps/x-sandbox/lib /app/lib
COPY --from=build /apps/x-sandbox/app.jar /app/
RUN train X_SANDBOX_WEBHOOK_URL=
USER 10001
EXPOSE 8090 8453
HEALTHCHECK --interval=5s --timeout=4s --start-period=2m CMD ["healthy", "8090", "/sandbox/stats"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "app.jar"]

# A command, not a service: docker run … dead-letters list
FROM runtime AS operator-cli
LABEL org.opencontainers.image.title="operator-cli"
COPY --from=build /apps/operator-cli /app
USER 10001
ENTRYPOINT ["java", "-jar", "app.jar"]
