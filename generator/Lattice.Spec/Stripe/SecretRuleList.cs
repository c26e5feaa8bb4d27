namespace Lattice.Spec.Stripe;

/// <summary>
/// The rules for secrets, from a review of all string properties and parameters of Stripe's API of 2023-08-16 and 2026-10-28: values
/// that let their holder act as someone else, and private data of people.
/// </summary>
/// <remarks>
/// Not secrets, despite their names: <c>url</c> of a file (it requires the API key), of a payment link and a portal's login page (they are
/// published), and of lists (they are routes); ids of tokens (they require the API key); routing numbers, sort codes, and the last digits
/// of account numbers.
/// </remarks>
internal static class SecretRuleList
{
    private const string Key = "it is a credential";
    private const string Password = "it is a password";
    private const string BankAccount = "it is the number of a bank account";
    private const string CardNumber = "it is the number of a card";
    private const string IdentityNumber = "it is a government-issued number of a person";
    private const string Page = "anyone who opens it sees a page that is for one customer";
    private const string Redirect = "anyone who opens it continues the customer's payment";
    private const string Mandate = "anyone who opens it sees the customer's bank account";
    private const string Document = "anyone who opens it can read the document without a key";
    private const string Upload = "anyone who has it can upload the file without a key";
    private const string AccountOwner = "anyone who opens it acts as the owner of the account";

    /// <summary>The rules; the first that matches gives the reason.</summary>
    public static readonly IReadOnlyList<SecretRule> All =
    [
        // Keys and passwords
        new("secret", Key),
        new("*_secret", Key),
        new("authentication_token", Key),
        new("access_token", Key),
        new("client_token", Key),
        new("refresh_token", Key),
        new("persistent_token", Key),
        new("auth_code", Key, "apps.install"),
        new("payload", "it is the stored secret", "apps.secret"),
        new("payload", "it is the stored secret", "/v1/apps/secrets"),
        new("password", Password),
        new("*_password", Password),
        new("*_passcode", Password),

        // Links into an account or a session
        new("url", AccountOwner, "account_link"),
        new("url", AccountOwner, "v2.core.account_link"),
        new("url", AccountOwner, "login_link"),
        new("redirect_url", AccountOwner, "terminal.onboarding_link"),
        new("url", "anyone who opens it manages the customer's billing", "billing_portal.session"),
        new("url", "anyone who opens it sees the customer's checkout and can pay with saved payment methods", "checkout.session"),
        new("url", "anyone who opens it continues the customer's checkout", "payment_pages_checkout_session_after_expiration_recovery"),
        new("recovery.url", "anyone who opens it continues the customer's checkout"),
        new("url", "anyone who opens it can complete the verification", "identity.verification_session"),

        // Links that continue a payment
        new("url", Redirect, "payment_intent_next_action_redirect_to_url"),
        new("url", Redirect, "setup_intent_next_action_redirect_to_url"),
        new("url", Redirect, "payment_intent_next_action_alipay_handle_redirect"),
        new("native_url", Redirect),
        new("mobile_auth_url", Redirect),
        new("challenge_url", Redirect, "three_d_secure.authentication"),
        new("fingerprinting_url", Redirect, "three_d_secure.authentication"),
        new("url", Redirect, "source_redirect_flow"),
        new("*redirect_url", Redirect, "source_type_klarna"),
        new("qr_code_url", Redirect, "source_type_wechat"),

        // Pages and documents that need no key
        new("hosted_*_url", Page),
        new("receipt_url", Page),
        new("*_pdf", Document),
        new("pdf", Document),
        new("url", Document, "file_link"),
        new("download_url.url", Document),
        new("regulatory_receipt.url", Document),
        new("upload_url.url", Upload),
        new("url", Mandate, "mandate_au_becs_debit"),
        new("url", Mandate, "mandate_bacs_debit"),
        new("url", Mandate, "mandate_sepa_debit"),
        new("mandate_url", Mandate, "source_type_sepa_debit"),

        // Cards
        new("number", CardNumber, "issuing.card"),
        new("card.number", CardNumber),
        new("card_present.number", CardNumber, Direction: SecretDirection.Request),
        new("interac_present.number", CardNumber, Direction: SecretDirection.Request),
        new("cvc", "it is the security code of a card"),
        new("encrypted_number", "it is the PIN of a card, encrypted"),
        new("blik.code", "anyone who has it can charge the customer", Direction: SecretDirection.Request),

        // Bank accounts
        new("account_number", BankAccount),
        new("sender_account_number", BankAccount),
        new("iban", BankAccount),
        new("sender_iban", BankAccount),
        new("refund_iban", BankAccount),

        // People
        new("id_number", IdentityNumber),
        new("id_number_secondary", IdentityNumber),
        new("ssn_last_4", IdentityNumber),
        new("number", IdentityNumber, "gelato_document_report"),
    ];
}
