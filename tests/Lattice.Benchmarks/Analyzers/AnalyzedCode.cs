using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Benchmarks.Analyzers;

/// <summary>Code that uses the SDK, for the analyzers.</summary>
internal static class AnalyzedCode
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Lattice.Stripe;

        """;

    // An endpoint with its service, as in an ordinary app: most of the code has nothing to do with Stripe.
    private const string Service =
        """
        namespace Shop.Part{0};

        public sealed record Seller(string Id, string Name, string? Account, IReadOnlyList<string> Tags);

        public interface ISellers
        {
            Task<Seller?> FindAsync(string id, CancellationToken cancellationToken);

            Task SaveAsync(Seller seller, CancellationToken cancellationToken);
        }

        public sealed class Sellers : ISellers
        {
            private readonly Dictionary<string, Seller> _sellers = [];

            public Task<Seller?> FindAsync(string id, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Task.FromResult(_sellers.TryGetValue(id, out Seller? seller) ? seller : null);
            }

            public Task SaveAsync(Seller seller, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _sellers[seller.Id] = seller with { Tags = [.. seller.Tags.Where(tag => tag.Length > 0).Order(StringComparer.Ordinal)] };
                return Task.CompletedTask;
            }
        }

        public sealed class Onboarding(ISellers sellers, IStripeClient stripe)
        {
            public async Task<string> StartAsync(string id, Uri page, CancellationToken cancellationToken)
            {
                Seller? seller = await sellers.FindAsync(id, cancellationToken);
                if (seller?.Account is not { } account)
                {
                    return $"The seller {id} is not known, or has no account.";
                }

                StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(
                    stripe,
                    new AccountLinkCreateParams
                    {
                        Account = account,
                        Type = AccountLinkCreateType.AccountOnboarding,
                        RefreshUrl = new Uri(page, "refresh").AbsoluteUri,
                        ReturnUrl = new Uri(page, "return").AbsoluteUri,
                        CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.EventuallyDue },
                    },
                    new StripeRequestOptions { IdempotencyKey = $"link-{seller.Id}-{page.Port}" },
                    cancellationToken);
                if (!result.IsSuccess)
                {
                    return result.Error.IsOutcomeUnknown ? "Try again." : $"Stripe says {result.Error.Code}.";
                }

                await sellers.SaveAsync(seller with { Tags = [.. seller.Tags, "onboarding"] }, cancellationToken);
                return result.Value.ExpiresAt.ToString("O");
            }

            public static string Describe(IEnumerable<Seller> all)
            {
                var groups = all.GroupBy(seller => seller.Account is null).OrderBy(group => group.Key);
                string text = "";
                foreach (var group in groups)
                {
                    text += group.Key ? "without: " : "with: ";
                    foreach (Seller seller in group)
                    {
                        text += seller.Name.Trim().ToUpperInvariant() + (seller.Tags.Count > 3 ? " (busy)" : "") + "; ";
                    }
                }

                return text;
            }
        }

        """;

    private const string Parameters =
        """
            public static AccountLinkCreateParams Create{0}(string account) => new()
            {
                Account = account,
                Type = AccountLinkCreateType.AccountOnboarding,
                RefreshUrl = "https://example.com/connect/refresh",
                ReturnUrl = "https://example.com/connect/return?number={0}",
                CollectionOptions = new() { Fields = "eventually_due", FutureRequirements = "include" },
            };

            public static async Task<AccountLink> Send{0}Async(IStripeClient client, string account) =>
                await AccountLink.CreateAsync(client, new AccountLinkCreateParams
                {
                    Account = account,
                    Type = "account_onboarding",
                    RefreshUrl = "https://example.com/connect/refresh",
                    ReturnUrl = "https://example.com/connect/return?number={0}",
                });

        """;

    public static CSharpCompilation CreateWebApp() => Compile(Enumerable.Range(0, 100).Select(number => Number(Service, number)));

    public static CSharpCompilation CreateLongFile()
    {
        var text = new StringBuilder("namespace Shop;\n\npublic static class Links\n{\n");
        for (int number = 0, lines = 4; lines < 5_000; number++)
        {
            string part = Number(Parameters, number);
            text.Append(part);
            lines += part.Count(character => character == '\n');
        }

        return Compile([text.Append("}\n").ToString()]);
    }

    private static string Number(string text, int number) =>
        text.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static CSharpCompilation Compile(IEnumerable<string> files)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        return CSharpCompilation.Create(
            "App",
            files.Prepend(Usings).Select((file, index) => CSharpSyntaxTree.ParseText(file, parsing, $"File{index}.cs")),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
