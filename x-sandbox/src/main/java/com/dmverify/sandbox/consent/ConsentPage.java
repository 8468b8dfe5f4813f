package com.dmverify.sandbox.consent;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The page "Authorize app". On X the signed-in user decides; here the page asks which user decides. The form can be posted
 * without a browser too: {@code decision=approve|deny} and {@code user=<handle or id>}, to the address of the page.
 */
@Component
public class ConsentPage {

    private static final int MOST_SHOWN = 12;

    private final Apps apps;
    private final People people;
    private final PageLayout frame;

    ConsentPage(Apps apps, People people, PageLayout frame) {
        this.apps = apps;
        this.people = people;
        this.frame = frame;
    }

    /** Renders the question with the rights that the app asks for. */
    public Reply ask(App app, Collection<String> rights) {
        String list = rights.stream()
                .map(right -> "<li><code>" + Html.escape(right) + "</code></li>")
                .collect(Collectors.joining());
        return frame.page(
                200,
                "Authorize " + app.name(),
                "<h1>" + Html.escape(app.name())
                        + " wants to access an account</h1><p class=\"hint\">It will be able to:"
                        + "</p><ul class=\"rights\">" + list + "</ul><form method=\"post\">" + choices()
                        + "<div class=\"field\"><label for=\"other\">… or any other handle</label>"
                        + "<input id=\"other\" name=\"other\" autocomplete=\"off\" spellcheck=\"false\"></div>"
                        + "<div class=\"decide\"><button name=\"decision\" value=\"approve\">Authorize app</button>"
                        + "<button class=\"quiet\" name=\"decision\" value=\"deny\">Cancel</button></div></form>");
    }

    /** Reads the posted form. Throws an error page if it is invalid. */
    public ConsentDecision decision(Call call) {
        String word = call.form().first("decision").orElse("");
        if (word.equals("deny")) {
            return new ConsentDecision(null);
        }
        if (!word.equals("approve")) {
            throw wrong("\"decision\" must be approve or deny.");
        }
        String who = call.form()
                .first("other")
                .filter(other -> !other.isBlank())
                .or(() -> call.form().first("user"))
                .orElseThrow(() -> wrong("\"user\" is missing: the handle or the id of the user who grants it."))
                .strip();
        Person user = people.byId(who)
                .or(() -> people.byHandle(who.startsWith("@") ? who.substring(1) : who))
                .orElseThrow(() -> wrong("There is no user " + who + "."));
        if (user.suspended()) {
            throw wrong("@" + user.handle() + " is suspended and cannot sign in.");
        }
        return new ConsentDecision(user);
    }

    /** Renders the PIN for apps without a callback address. */
    public Reply pin(App app, String pin) {
        return frame.page(
                200,
                "Authorized",
                "<h1>Return to " + Html.escape(app.name()) + " and enter this PIN</h1><p class=\"pin\"><kbd><code>"
                        + pin + "</code></kbd></p>");
    }

    /** Renders an error page, as X does here instead of JSON; the detail is the sandbox's. */
    public ApiException wrong(String detail) {
        return ApiException.with(frame.page(
                400,
                "Something went wrong",
                "<h1>Something went wrong</h1><p>You weren’t able to give access to the App. Go back and try logging in"
                        + " again.</p><p class=\"hint\">" + Html.escape(detail) + "</p>"));
    }

    /** Renders the denial for apps without a callback address. */
    public Reply denied(App app) {
        return frame.page(
                200,
                "Not authorized",
                "<h1>" + Html.escape(app.name()) + " was not given access</h1><p>You may close this page.</p>");
    }

    private String choices() {
        Stream<Person> brands = apps.brandIds().stream().flatMap(id -> people.byId(id).stream());
        Stream<Person> others =
                people.withPrefix("").filter(person -> !apps.isBrand(person.id()) && !person.suspended());
        StringBuilder html = new StringBuilder("<fieldset><legend>Signed in as</legend>");
        Stream.concat(brands, others)
                .limit(MOST_SHOWN)
                .forEach(person -> html.append("<label class=\"choice\"><input type=\"radio\" name=\"user\" value=\"")
                        .append(person.idText())
                        .append(html.indexOf(" checked") < 0 ? "\" checked>" : "\">")
                        .append("<span>@")
                        .append(Html.escape(person.handle()))
                        .append(apps.isBrand(person.id()) ? " <em>brand</em>" : "")
                        .append("</span></label>"));
        return html.append("</fieldset>").toString();
    }
}
