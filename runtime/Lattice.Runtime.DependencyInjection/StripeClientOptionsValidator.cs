using Lattice.Stripe.Reloading;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe;

/// <summary>Checks the options of one client, so that a host with invalid options does not start.</summary>
internal sealed class StripeClientOptionsValidator(string client) : IValidateOptions<StripeClientOptions>
{
    public string Client => client;

    public ValidateOptionsResult Validate(string? name, StripeClientOptions options)
    {
        if (name != client)
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            options.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException exception)
        {
            string reason = InvalidOptions.DescribeCheck(exception);
            return ValidateOptionsResult.Fail(client.Length == 0 ? reason : $"Stripe client '{client}': {reason}");
        }
    }
}
