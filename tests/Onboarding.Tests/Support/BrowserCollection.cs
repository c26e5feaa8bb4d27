namespace Onboarding.Tests.Support;

/// <summary>One browser for all tests that need one, which run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
