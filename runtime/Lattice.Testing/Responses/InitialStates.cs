using System.Collections.Frozen;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// The states that resources begin in, where their schemas cannot tell: these list the values of an enumeration in the
/// order of the alphabet, and do not say which flags are set at first. Source: the objects' pages of Stripe's API
/// reference, and the life cycles of payments, subscriptions and invoices in its guides.
/// </summary>
internal static class InitialStates
{
    /// <summary>
    /// Per line: resource and property; the value (<c>=name</c>: that of another parameter; <c>*</c>: made up, though it
    /// may be null); what has to hold for it, if anything. There <c>name</c> is a parameter that was sent,
    /// <c>name=value</c> one that was sent so, <c>/action</c> the end of the request's path, and <c>@name</c> the
    /// property that holds the resource. The first line that holds counts. A property that the request itself names is
    /// answered as it was sent.
    /// </summary>
    private const string Table = """
        account.type                          standard
        bank_account.status                   new
        capability.status                     active                   requested=true
        capability.status                     unrequested
        charge.amount_captured                0                        capture=false
        charge.amount_captured                =amount
        charge.captured                       false                    capture=false
        charge.captured                       true
        charge.paid                           true
        charge.status                         succeeded
        checkout.session.payment_status       no_payment_required      mode=setup
        checkout.session.payment_status       unpaid
        checkout.session.status               open
        coupon.duration                       once
        customer.delinquent                   false
        customer.tax_exempt                   none
        customer_cash_balance_transaction.type  funded
        dispute.status                        lost                     /close
        dispute.status                        needs_response
        identity.verification_session.status  requires_input
        invoice.billing_reason                subscription_create      @latest_invoice
        invoice.billing_reason                manual
        invoice.paid                          true                     /pay
        invoice.payment_intent                *                        @latest_invoice
        invoice.status                        open                     @latest_invoice
        invoice.status                        open                     /finalize
        invoice.status                        open                     /send
        invoice.status                        paid                     /pay
        invoice.status                        uncollectible            /mark_uncollectible
        invoice.status                        draft
        invoiceitem.discountable              true
        issuing.authorization.approved        false                    /decline
        issuing.authorization.approved        true
        issuing.authorization.status          closed                   /capture
        issuing.authorization.status          closed                   /decline
        issuing.authorization.status          pending
        issuing.card.status                   inactive
        issuing.dispute.status                unsubmitted
        payment_intent.amount_capturable      =amount                  confirm=true capture_method=manual
        payment_intent.amount_received        0                        confirm=true capture_method=manual
        payment_intent.amount_received        =amount                  confirm=true
        payment_intent.client_secret          *
        payment_intent.latest_charge          *                        confirm=true
        payment_intent.latest_charge          *                        /confirm
        payment_intent.latest_charge          *                        /capture
        payment_intent.status                 requires_capture         confirm=true capture_method=manual
        payment_intent.status                 succeeded                confirm=true
        payment_intent.status                 succeeded                /confirm
        payment_intent.status                 succeeded                /capture
        payment_intent.status                 requires_confirmation    payment_method
        payment_intent.status                 requires_confirmation    payment_method_data
        payment_intent.status                 requires_payment_method
        payment_link.customer_creation        if_required
        payment_method_domain.enabled         true
        payout.reconciliation_status          not_applicable
        payout.status                         canceled                 /cancel
        payout.status                         pending
        person.political_exposure             none
        plan.amount_decimal                   =amount
        plan.interval_count                   1
        price.type                            recurring                recurring
        price.type                            one_time
        price.unit_amount_decimal             =unit_amount
        quote.status                          open                     /finalize
        quote.status                          draft
        recurring.interval_count              1
        refund.status                         canceled                 /cancel
        refund.status                         succeeded
        reporting.report_run.status           pending
        setup_intent.client_secret            *
        setup_intent.status                   succeeded                confirm=true
        setup_intent.status                   succeeded                /confirm
        setup_intent.status                   requires_confirmation    payment_method
        setup_intent.status                   requires_confirmation    payment_method_data
        setup_intent.status                   requires_payment_method
        setup_intent.usage                    off_session
        source.status                         chargeable               type=card
        source.status                         pending
        subscription.latest_invoice           *
        subscription.status                   incomplete               payment_behavior=default_incomplete
        subscription.status                   trialing                 trial_period_days
        subscription.status                   active                   trial_end=now
        subscription.status                   trialing                 trial_end
        subscription.status                   active
        subscription_schedule.end_behavior    release
        tax.calculation.expires_at            *
        tax.transaction.type                  reversal                 /create_reversal
        tax.transaction.type                  transaction
        terminal.reader.status                online
        test_helpers.test_clock.status        advancing                /advance
        test_helpers.test_clock.status        ready
        topup.status                          pending
        treasury.credit_reversal.status       processing
        treasury.debit_reversal.status        processing
        treasury.financial_account.status     open
        treasury.inbound_transfer.status      processing
        treasury.outbound_payment.status      processing
        treasury.outbound_transfer.status     processing
        treasury.received_credit.status       succeeded
        treasury.received_debit.status        succeeded
        webhook_endpoint.status               enabled
        """;

    private static readonly FrozenDictionary<string, InitialValue[]> s_rows = Table
        .Split('\n')
        .Select(InitialValue.Parse)
        .GroupBy(row => row.Property, StringComparer.Ordinal)
        .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal);

    /// <summary>How a property of a new resource begins; null where the schema says enough.</summary>
    /// <param name="schema">The resource.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="sent">What was sent for the resource.</param>
    /// <param name="location">Where the resource is.</param>
    /// <param name="action">The last word of the request's path, if any.</param>
    public static InitialValue? Find(Schema schema, string property, ParameterNode? sent, PropertyLocation location, string? action)
        => AfterAction(schema, property, location, action)
        ?? (schema.Resource is { } resource && s_rows.TryGetValue($"{resource}.{property}", out InitialValue[]? rows)
            ? Array.Find(rows, row => row.Holds(sent, location, action))
            : null);

    /// <summary>A status is often named after the action that leads to it: <c>cancel</c>, <c>canceled</c>.</summary>
    private static InitialValue? AfterAction(Schema schema, string property, PropertyLocation location, string? action)
    {
        if (!location.IsRoot || property != "status" || action is null)
        {
            return null;
        }

        string? status = schema.Find(property)!.Schema.Values.FirstOrDefault(value => value.StartsWith(action, StringComparison.Ordinal));
        return status is null ? null : new InitialValue(property, status, []);
    }
}
