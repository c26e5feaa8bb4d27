using Onboarding.Sellers;

namespace Onboarding.Pages;

/// <summary>The page after Stripe's form. It shows the state of the account, because the seller may have left the form early.</summary>
internal sealed class ReturnPage(Layout layout, StartForms forms)
{
    public IResult Show(HttpContext context, Seller seller, AccountState state) => layout.CreatePage("Welcome back", Html.Of($"""
        <h1>Welcome back, {seller.Name}</h1>
        <section class="card" role="status">
          {StateText.GetBadge(state)}
          <p class="lead">{StateText.GetExplanation(state)}</p>
          {GetNextButton(context, seller, state)}
        </section>
        <p><a href="/">All sellers</a></p>
        """));

    private Html GetNextButton(HttpContext context, Seller seller, AccountState state) => state switch
    {
        AccountState.NotSubmitted => forms.Continue(context, seller),
        AccountState.NeedsInformation => forms.For(context, seller, state),
        _ => default,
    };
}
