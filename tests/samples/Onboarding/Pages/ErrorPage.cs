namespace Onboarding.Pages;

/// <summary>Shows what went wrong and what to do about it.</summary>
internal sealed class ErrorPage(Layout layout)
{
    /// <param name="remedy">A button, if there is something to try.</param>
    /// <param name="reference">An id that helps support to find the cause, if there is one.</param>
    public IResult Show(int status, string title, string explanation, Html remedy = default, string? reference = null) =>
        layout.CreatePage(title, Html.Of($"""
            <section class="card error" role="alert">
              <h1>{title}</h1>
              <p class="lead">{explanation}</p>
              {remedy}
              {(reference is null ? default : Html.Of($"""<p class="reference">For our support: <code>{reference}</code></p>"""))}
            </section>
            <p><a href="/">Back to all sellers</a></p>
            """), status);
}
