using System.Security.Cryptography;
using System.Text;

namespace Onboarding.SignIn;

/// <summary>The password with which the people of the platform sign in, from the configuration.</summary>
internal sealed class SignInPassword
{
    public const string Remedy =
        "Set a password for the sign-in, as SignIn:Password in the configuration or as the environment variable SignIn__Password.";

    private const int MinimumLength = 16;

    private readonly byte[] _hash;

    private SignInPassword(string password)
    {
        _hash = GetHash(password);
        Stamp = Convert.ToHexString(HMACSHA256.HashData(_hash, "stamp"u8));
    }

    /// <summary>Part of each sign-in, which ends when the password changes. It is as secret as the password.</summary>
    public string Stamp { get; }

    /// <summary>Reads the password. Returns null if there is none.</summary>
    /// <exception cref="ConfigurationException">The password is too short.</exception>
    public static SignInPassword? From(IConfiguration configuration) => configuration["SignIn:Password"] switch
    {
        null or "" => null,
        { } password when password.Trim().Length >= MinimumLength => new SignInPassword(password),
        _ => throw new ConfigurationException(
            $"SignIn:Password in the configuration must have at least {MinimumLength} characters, because everybody who knows it can open "
            + "the forms of all sellers. Let a password manager generate it."),
    };

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    public bool IsCorrect(string? entered) => CryptographicOperations.FixedTimeEquals(_hash, GetHash(entered ?? ""));

    /// <summary>Hashes have one length, so the time of a comparison does not tell the password's length either.</summary>
    private static byte[] GetHash(string password) => SHA256.HashData(Encoding.UTF8.GetBytes(password));
}
