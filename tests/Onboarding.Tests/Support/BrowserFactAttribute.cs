namespace Onboarding.Tests.Support;

/// <summary>A test that needs a browser: without one it is reported as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "There is no Chromium on this machine. Install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.";
        }
    }
}
