namespace Onboarding;

internal static class ExitCodes
{
    public const int Success = 0;
    public const int CannotListen = 1;
    public const int WrongConfiguration = 2;
}
