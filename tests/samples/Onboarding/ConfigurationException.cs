namespace Onboarding;

/// <summary>
/// The app does not start with this configuration. The message says why and what to do, for the person who starts the app, and contains no
/// secret.
/// </summary>
internal sealed class ConfigurationException(string message) : Exception(message);
