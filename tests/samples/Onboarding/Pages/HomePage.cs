using Onboarding.Sellers;

namespace Onboarding.Pages;

/// <summary>Lists the connected accounts and their states.</summary>
internal sealed class HomePage(Layout layout, StartForms forms, SignInPage signIn)
{
    public IResult Show(HttpContext context, IReadOnlyList<(Seller Seller, AccountState State)> sellers) =>
        layout.CreatePage("Sellers", Html.Of($"""
            <h1>Sellers</h1>
            <p class="lead">Before Stripe can pay a seller, the seller must complete Stripe's form.</p>
            {(sellers.Count > 0 ? GetList(context, sellers) : GetEmptyNotice())}
            {signIn.GetSignOutButton(context)}
            """));

    private Html GetList(HttpContext context, IReadOnlyList<(Seller Seller, AccountState State)> sellers) =>
        Html.Of($"""<ul class="sellers">{Html.Join(sellers.Select(row => GetRow(context, row.Seller, row.State)))}</ul>""");

    private Html GetRow(HttpContext context, Seller seller, AccountState state) => Html.Of($"""
        <li class="card seller">
          <span class="avatar" aria-hidden="true">{GetInitials(seller.Name)}</span>
          <div class="who">
            <h2>{seller.Name}</h2>
            <code>{seller.Account}</code>
          </div>
          {StateText.GetBadge(state)}
          {forms.For(context, seller, state)}
        </li>
        """);

    private static Html GetEmptyNotice() => Html.Of($"""
        <div class="card">
          <h2>There are no sellers yet</h2>
          <p>Add the connected accounts of your platform to the configuration:
          <code>Sellers:0:Name</code> and <code>Sellers:0:Account</code>, in appsettings.json or as the environment variables
          <code>Sellers__0__Name</code> and <code>Sellers__0__Account</code>.</p>
        </div>
        """);

    private static string GetInitials(string name) =>
        string.Concat(name.Split(' ')
            .Where(word => char.IsLetter(word.FirstOrDefault()))
            .Take(2)
            .Select(word => char.ToUpperInvariant(word[0])));
}
