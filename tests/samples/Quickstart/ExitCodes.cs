namespace Quickstart;

internal static class ExitCodes
{
    public const int Success = 0;
    public const int StripeError = 1;
    public const int WrongUsage = 2;
}
