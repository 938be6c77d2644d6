package dev.greengraph.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final Account MAIN = account("main");
    private static final Account SALES = account("sales");
    private static final Account SUPPORT = account("support");
    private static final Accounts ALL = new Accounts(List.of(SUPPORT, SALES, MAIN), Optional.of(MAIN.id()));

    private final VisibleAccounts visible = new VisibleAccounts();

    @Test
    void aPartKeepsOrderAndDefault() {
        Accounts part = ALL.only(Set.of(SUPPORT.id(), MAIN.id(), new AccountId("unknown")));

        assertEquals(List.of(MAIN, SUPPORT), part.all());
        assertEquals(Optional.of(MAIN), part.defaultAccount());
        assertEquals(Optional.empty(), part.find(SALES.id()));
    }

    @Test
    void aPartWithoutTheDefaultHasNone() {
        assertEquals(
                Optional.empty(), ALL.only(Set.of(SALES.id(), SUPPORT.id())).defaultAccount());
    }

    @Test
    void theOnlyAccountOfAPartIsItsDefault() {
        assertEquals(Optional.of(SALES), ALL.only(Set.of(SALES.id())).defaultAccount());
    }

    @Test
    void nothingIsVisibleUntilTheCallerIsKnown() {
        assertEquals(List.of(), visible.all());
        assertEquals(Optional.empty(), visible.find("main"));
        assertEquals(Optional.empty(), visible.defaultAccount());
    }

    @Test
    void onlyTheCallersAccountsAreVisible() {
        visible.show(ALL.only(Set.of(SALES.id())));

        assertEquals(List.of(SALES), visible.all());
        assertEquals(Optional.of(SALES), visible.find("sales"));
        assertEquals(Optional.of(SALES), visible.defaultAccount());
        assertEquals(Optional.empty(), visible.find("main"));
    }

    private static Account account(String name) {
        return new Account(
                new AccountId(name),
                "7103000001",
                new Secret("token"),
                URI.create("http://127.0.0.1:1"),
                Messenger.WHATSAPP);
    }
}
