using Onboarding.Sellers;

namespace Onboarding.Pages;

/// <summary>The connected accounts and how far they are.</summary>
internal sealed class HomePage(Layout layout, StartForms forms)
{
    public IResult Show(HttpContext context, IReadOnlyList<(Seller Seller, AccountState State)> sellers, Html notice = default)
        => layout.Page("Sellers", Html.Of($"""
            {notice}
            <h1>Sellers</h1>
            <p class="lead">Before a seller can be paid, Stripe has to know who they are. They say so in a form of Stripe's.</p>
            {(sellers.Count > 0 ? List(context, sellers) : Empty())}
            """));

    private Html List(HttpContext context, IReadOnlyList<(Seller Seller, AccountState State)> sellers)
        => Html.Of($"""<ul class="sellers">{Html.Join(sellers.Select(row => Row(context, row.Seller, row.State)))}</ul>""");

    private Html Row(HttpContext context, Seller seller, AccountState state) => Html.Of($"""
        <li class="card seller">
          <span class="avatar" aria-hidden="true">{Initials(seller.Name)}</span>
          <div class="who">
            <h2>{seller.Name}</h2>
            <code>{seller.Account}</code>
          </div>
          {StateText.Badge(state)}
          {forms.For(context, seller, state)}
        </li>
        """);

    private static Html Empty() => Html.Of($"""
        <div class="card">
          <h2>There are no sellers yet</h2>
          <p>Name the connected accounts of your platform in the configuration:
          <code>Sellers:0:Name</code> and <code>Sellers:0:Account</code>, in appsettings.json or as
          <code>Sellers__0__Name</code> and <code>Sellers__0__Account</code> in the environment.</p>
        </div>
        """);

    private static string Initials(string name)
        => string.Concat(name.Split(' ').Where(word => char.IsLetter(word.FirstOrDefault())).Take(2).Select(word => char.ToUpperInvariant(word[0])));
}
