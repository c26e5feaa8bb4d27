using Onboarding.Sellers;

namespace Onboarding.Pages;

/// <summary>Where a seller is when they come back from the form: it says how far they are, not that they are done.</summary>
internal sealed class ReturnPage(Layout layout, StartForms forms)
{
    public IResult Show(HttpContext context, Seller seller, AccountState state) => layout.Page("Welcome back", Html.Of($"""
        <h1>Welcome back, {seller.Name}</h1>
        <section class="card" role="status">
          {StateText.Badge(state)}
          <p class="lead">{StateText.Explain(state)}</p>
          {Next(context, seller, state)}
        </section>
        <p><a href="/">All sellers</a></p>
        """));

    private Html Next(HttpContext context, Seller seller, AccountState state) => state switch
    {
        AccountState.NotSubmitted => forms.GoOn(context, seller),
        AccountState.NeedsInformation => forms.For(context, seller, state),
        _ => default,
    };
}
