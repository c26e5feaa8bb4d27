namespace Lattice.Stripe.Testing.Answers;

/// <summary>Codes of Stripe's list of error codes.</summary>
internal static class ErrorCodes
{
    public const string InvalidEmpty = "parameter_invalid_empty";
    public const string InvalidInteger = "parameter_invalid_integer";
    public const string InvalidStringBlank = "parameter_invalid_string_blank";
    public const string Missing = "parameter_missing";
    public const string Unknown = "parameter_unknown";
}
