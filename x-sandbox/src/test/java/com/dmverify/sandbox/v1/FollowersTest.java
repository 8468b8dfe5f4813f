package com.dmverify.sandbox.v1;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowersTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void idsArePagedUntilTheCursorIs0() {
        // Given
        sandbox.control("POST", "/sandbox/users/bulk", "{\"count\":11,\"prefix\":\"fan\"}");
        List<String> found = new ArrayList<>();
        String cursor = "-1";
        int pages = 0;
        // When
        while (!cursor.equals("0")) {
            Answer page = brand.get("/1.1/followers/ids.json?stringify_ids=true&count=5&cursor=" + cursor);
            page.json().at("/ids").forEach(id -> found.add(id.stringValue()));
            cursor = page.at("/next_cursor_str");
            pages++;
        }
        // Then
        assertThat(pages).isEqualTo(3);
        assertThat(found).hasSize(12).contains(ALICE);
        assertThat(new HashSet<>(found)).hasSize(12);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aCursorLeadsToThePreviousPage() {
        // Given
        sandbox.control("POST", "/sandbox/users/bulk", "{\"count\":5,\"prefix\":\"fan\"}");
        String path = "/1.1/followers/ids.json?count=2&cursor=";
        Answer first = brand.get(path + "-1");
        Answer second = brand.get(path + first.at("/next_cursor_str"));
        // When
        Answer back = brand.get(path + second.at("/previous_cursor_str"));
        // Then
        assertThat(back.json().at("/ids")).isEqualTo(first.json().at("/ids"));
        assertThat(back.at("/previous_cursor")).isEqualTo("0");
        assertThat(first.json().at("/total_count").isNull()).isTrue();
        assertThat(first.json().at("/ids/0").isIntegralNumber()).isTrue();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aListHasCompleteUsers() {
        // When
        Answer list = brand.get("/1.1/followers/list.json?screen_name=DMVERIFY_demo");
        Answer friends = brand.get("/1.1/friends/list.json?user_id=" + ALICE);
        // Then
        assertThat(list.at("/users/0/screen_name")).isEqualTo("alice");
        assertThat(list.at("/next_cursor")).isEqualTo("0");
        assertThat(friends.at("/users/0/id_str")).isEqualTo(BRAND);
        assertThat(brand.get("/1.1/friends/ids.json?user_id=" + ALICE).at("/ids/0"))
                .isEqualTo(BRAND);
        assertThat(brand.get("/1.1/followers/ids.json?screen_name=nobody").code())
                .isEqualTo(34);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aProtectedAccountShowsItsFollowersToFollowersOnly() {
        // Given
        sandbox.control("PATCH", "/sandbox/users/" + ALICE, "{\"protected\":true}");
        // When
        Answer answer = brand.get("/1.1/followers/ids.json?user_id=" + ALICE);
        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/error")).isEqualTo("Not authorized.");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theLimitIsFifteenCallsInFifteenMinutes() {
        // When
        for (int i = 0; i < 15; i++) {
            assertThat(brand.get("/1.1/followers/ids.json").status()).isEqualTo(200);
        }
        // Then
        assertThat(brand.get("/1.1/followers/ids.json").code()).isEqualTo(88);
        assertThat(brand.get("/1.1/followers/list.json").status()).isEqualTo(200);
    }
}
