using System.Collections.Frozen;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// The initial states of resources. Schemas do not contain them: they list enum values alphabetically, and do not say which flags
/// are set initially. Sources: the objects' pages of Stripe's API reference, and the life cycles of payments, subscriptions and
/// invoices in its guides.
/// </summary>
internal static class InitialStates
{
    /// <summary>
    /// Each line has a resource and property, a value, and conditions. The value is a literal, <c>=name</c> for that of another
    /// parameter, or <c>*</c> for a generated one even if the schema allows null. A condition is <c>name</c> for a parameter that was
    /// sent, <c>name=value</c> for a parameter with this value, <c>/action</c> for the end of the request's path, or <c>@name</c> for
    /// the property that contains the resource. The first line whose conditions are met is used. A property that the request sends
    /// is returned as it was sent.
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
        dispute.status                        needs_response
        file.links                            *
        file.url                              *
        identity.verification_session.status  requires_input
        invoice.billing_reason                subscription_create      @latest_invoice
        invoice.billing_reason                manual
        invoice.payment_intent                *                        @latest_invoice
        invoice.status                        open                     @latest_invoice
        invoice.status                        draft
        invoiceitem.discountable              true
        issuing.authorization.approved        true
        issuing.authorization.status          pending
        issuing.card.status                   inactive
        issuing.dispute.status                unsubmitted
        item.quantity                         1
        payment_intent.amount_capturable      =amount                  confirm=true capture_method=manual
        payment_intent.amount_received        0                        confirm=true capture_method=manual
        payment_intent.amount_received        =amount                  confirm=true
        payment_intent.client_secret          *
        payment_intent.latest_charge          *                        confirm=true
        payment_intent.status                 requires_capture         confirm=true capture_method=manual
        payment_intent.status                 succeeded                confirm=true
        payment_intent.status                 requires_confirmation    payment_method
        payment_intent.status                 requires_confirmation    payment_method_data
        payment_intent.status                 requires_payment_method
        payment_link.customer_creation        if_required
        payment_method_domain.enabled         true
        payout.reconciliation_status          not_applicable
        payout.status                         pending
        person.political_exposure             none
        plan.amount_decimal                   =amount
        plan.interval_count                   1
        price.type                            recurring                recurring
        price.type                            one_time
        price.unit_amount_decimal             =unit_amount
        quote.status                          draft
        recurring.interval_count              1
        refund.status                         succeeded
        reporting.report_run.status           pending
        setup_intent.client_secret            *
        setup_intent.status                   succeeded                confirm=true
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
        subscription_item.quantity            1
        subscription_schedule.end_behavior    release
        tax.calculation.expires_at            *
        tax.transaction.type                  reversal                 /create_reversal
        tax.transaction.type                  transaction
        terminal.reader.status                online
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

    /// <summary>The initial value of a property; null if the table has none.</summary>
    /// <param name="schema">The resource.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="sent">The parameters that were sent for the resource.</param>
    /// <param name="location">The location of the resource.</param>
    /// <param name="action">The last segment of the request's path; null if it is a parameter.</param>
    public static InitialValue? Find(Schema schema, string property, ParameterNode? sent, PropertyLocation location, string? action)
        => schema.Resource is { } resource && s_rows.TryGetValue($"{resource}.{property}", out InitialValue[]? rows)
            ? Array.Find(rows, row => row.Applies(sent, location, action))
            : null;
}
