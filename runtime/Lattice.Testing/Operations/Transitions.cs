using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>
/// The states that actions lead to, which schemas do not contain. Sources: the objects' pages of Stripe's API reference, and the life
/// cycles of payments, subscriptions and invoices in its guides.
/// </summary>
internal static class Transitions
{
    /// <summary>
    /// Each line has a verb, which is the last segment of the path or <c>update</c>, a resource (<c>*</c>: any) and property, a value,
    /// and conditions. The value is a literal, <c>null</c>, <c>now</c>, <c>=name</c> for that of a parameter or another property, or
    /// <c>*</c> for the id of a new object. A condition is <c>name</c> for a parameter that was sent, or <c>name=value</c> for a parameter
    /// or a property with this value. The first line of a property whose conditions are met is used.
    /// </summary>
    private const string Table = """
        activate             *.status                           active
        advance              test_helpers.test_clock.status     advancing
        approve              issuing.authorization.approved     true
        archive              *.active                           false
        attach               payment_method.customer            =customer
        cancel               *.canceled_at                      now
        cancel               payment_intent.amount_capturable   0
        cancel               payout.status                      canceled
        cancel               refund.status                      canceled
        cancel               subscription.ended_at              now
        cancel_action        terminal.reader.action             null
        capture              charge.amount_captured             =amount
        capture              charge.captured                    true
        capture              issuing.authorization.status       closed
        capture              payment_intent.amount_received     =amount_to_capture    amount_to_capture
        capture              payment_intent.amount_received     =amount
        capture              payment_intent.amount_capturable   0
        capture              payment_intent.latest_charge       *                     latest_charge=
        capture              payment_intent.status              succeeded
        close                *.closed                           true
        close                dispute.status                     lost
        confirm              payment_intent.amount_capturable   =amount               capture_method=manual
        confirm              payment_intent.amount_received     0                     capture_method=manual
        confirm              payment_intent.amount_received     =amount
        confirm              payment_intent.latest_charge       *                     latest_charge=
        confirm              payment_intent.status              requires_capture      capture_method=manual
        confirm              payment_intent.status              succeeded
        confirm              setup_intent.status                succeeded
        deactivate           *.status                           inactive
        decline              issuing.authorization.approved     false
        decline              issuing.authorization.status       closed
        detach               payment_method.customer            null
        finalize             invoice.status                     open
        finalize             quote.status                       open
        mark_uncollectible   invoice.status                     uncollectible
        pay                  invoice.amount_paid                =amount_due
        pay                  invoice.amount_remaining           0
        pay                  invoice.attempted                  true
        pay                  invoice.paid                       true
        pay                  invoice.status                     paid
        reactivate           *.status                           active
        refund               charge.amount_refunded             =amount
        refund               charge.refunded                    true
        reject               account.charges_enabled            false
        reject               account.payouts_enabled            false
        release              *.released_at                      now
        resume               subscription.status                active
        send                 invoice.status                     open
        unarchive            *.active                           true
        update               capability.status                  active                requested=true
        update               payment_intent.status              requires_confirmation payment_method status=requires_payment_method
        update               setup_intent.status                requires_confirmation payment_method status=requires_payment_method
        verify_microdeposits payment_intent.status              succeeded
        verify_microdeposits setup_intent.status                succeeded
        void                 *.voided_at                        now
        """;

    private static readonly Transition[] s_rows = [.. Table.Split('\n').Select(Transition.Parse)];

    /// <summary>The statuses that allow an action, where they are certain.</summary>
    private static readonly (string Verb, string Kind, string Name, string[] Statuses)[] s_allowed =
    [
        ("cancel", "payment_intent", "PaymentIntent",
            ["requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing"]),
        ("capture", "payment_intent", "PaymentIntent", ["requires_capture"]),
        ("confirm", "payment_intent", "PaymentIntent", ["requires_payment_method", "requires_confirmation", "requires_action"]),
        ("cancel", "setup_intent", "SetupIntent", ["requires_payment_method", "requires_confirmation", "requires_action"]),
        ("confirm", "setup_intent", "SetupIntent", ["requires_payment_method", "requires_confirmation", "requires_action"]),
    ];

    /// <summary>The error that the state of an object does not allow an action; null if it does.</summary>
    public static ApiError? FindError(string kind, string verb, JsonObject state)
    {
        (string? _, string? _, string name, string[]? statuses) = Array.Find(s_allowed, row => row.Verb == verb && row.Kind == kind);
        return statuses is null || state["status"] is not JsonValue status || statuses.Contains(status.ToString())
            ? null
            : ApiError.UnexpectedState(
                $"You cannot {verb} this {name} because it has a status of {status}. Only a {name} with one of the following statuses "
                + $"allows it: {string.Join(", ", statuses)}.",
                $"{kind}_unexpected_state");
    }

    /// <summary>The parameters without the amounts that are those of the action, not of the object.</summary>
    public static ParameterNode WithoutAmounts(ParameterNode sent, string verb)
        => verb is "capture" or "refund" && sent.Find("amount") is not null ? sent.CopyWithout("amount") : sent;

    /// <summary>
    /// Changes an object from the state that a response shows to the one that follows without a further request: a test clock has
    /// advanced when it is read.
    /// </summary>
    /// <returns>Whether there is such a state.</returns>
    public static bool TrySettle(JsonObject state, string kind, string verb)
    {
        if ((kind, verb) is not ("test_helpers.test_clock", "advance"))
        {
            return false;
        }

        state["status"] = "ready";
        return true;
    }

    /// <summary>Changes an object to the state that an action leads to.</summary>
    public static void Apply(JsonObject state, string kind, Schema schema, string verb, OperationCall call)
    {
        HashSet<string> done = new(StringComparer.Ordinal);
        JsonObject before = state.DeepClone().AsObject();
        foreach (Transition row in s_rows.Where(row => row.Verb == verb && row.IsOf(kind)))
        {
            if (schema.Find(row.Property) is { } property && row.Applies(call.Sent, before) && done.Add(row.Property)
                && row.TryResolve(property.Schema, before, call, out JsonNode? value))
            {
                state[row.Property] = value;
            }
        }

        // A status is often named after the action that causes it: cancel, canceled.
        if (done.Add("status") && verb != "update" && schema.Find("status")?.Schema.Values.FirstOrDefault(
            status => status.StartsWith(verb, StringComparison.Ordinal)) is { } named)
        {
            state["status"] = named;
        }
    }
}
