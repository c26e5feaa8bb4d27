namespace Onboarding.Tests.Support;

/// <summary>Shares one browser between the tests that need one, which run sequentially.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
