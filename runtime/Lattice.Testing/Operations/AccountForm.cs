using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>
/// The account behind an account link: it exists from the first link on, and can be paid once its form is finished. See
/// <see href="https://docs.stripe.com/api/accounts/object">The Account object</see> in Stripe's reference.
/// </summary>
internal static class AccountForm
{
    private const string Account = "account";
    private const string Requirements = "requirements";
    private const string DisabledReason = "disabled_reason";

    private static readonly string[] s_flags = ["details_submitted", "charges_enabled", "payouts_enabled"];
    private static readonly string[] s_due = ["currently_due", "eventually_due", "past_due"];
    private static readonly string[] s_missing = ["external_account", "tos_acceptance.date", "tos_acceptance.ip"];

    /// <summary>Adds what a new account lacks to the parameters that it is created with.</summary>
    public static void AddRequirements(Schema schema, ParameterNode sent)
    {
        if (ObjectSchemas.KindOf(schema) != Account || schema.Find(Requirements) is null || sent.Find(Requirements) is not null)
        {
            return;
        }

        ParameterNode requirements = sent.FindOrAdd(Requirements);
        foreach (string list in s_due)
        {
            ParameterNode due = requirements.Add(list, ParameterKind.Array);
            for (int i = 0; i < s_missing.Length; i++)
            {
                due.Add($"{i}", ParameterKind.Text).Value = s_missing[i];
            }
        }

        requirements.FindOrAdd(DisabledReason).Value = "requirements.past_due";
    }

    /// <summary>Creates the account that an account link is for, unless it exists or the slice does not have accounts.</summary>
    /// <param name="call">The request for the link.</param>
    public static void Begin(OperationCall call)
    {
        if (call.Sent.FindValue(Account) is not { } id || call.Index.FindSchema(Account) is not { } schema
            || call.Objects.Find(Account, id) is not null)
        {
            return;
        }

        ParameterNode sent = ParameterNode.Root();
        sent.FindOrAdd("id").Value = id;
        AddRequirements(schema, sent);
        byte[] json = ResourceWriter.Write(schema, sent, call.UnexpandedMetadata, "/" + Account).Json;
        call.Objects.Put(StoredObject.Create(call.Objects.Scope, Account, id, schema, json, new Dictionary<string, string>()));
    }

    /// <summary>Finishes the form of an account.</summary>
    /// <returns>The account; null if it does not exist.</returns>
    public static StoredObject? Finish(ScopedObjects objects, string id)
    {
        if (objects.Find(Account, id) is not { IsDeleted: false } account)
        {
            return null;
        }

        JsonObject state = account.Read();
        foreach (string flag in s_flags.Where(flag => account.Schema.Find(flag) is not null))
        {
            state[flag] = true;
        }

        if (state[Requirements] is JsonObject requirements)
        {
            foreach (string list in s_due.Where(requirements.ContainsKey))
            {
                requirements[list] = new JsonArray();
            }

            requirements[DisabledReason] = null;
        }

        StoredObject finished = account.With(state);
        objects.Put(finished);
        return finished;
    }
}
