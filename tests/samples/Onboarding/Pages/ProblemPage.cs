namespace Onboarding.Pages;

/// <summary>What a person needs to know of a problem: what happened, and what to do.</summary>
internal sealed class ProblemPage(Layout layout)
{
    /// <param name="remedy">A button, if there is something to try.</param>
    /// <param name="reference">What support needs in order to find the matter; null: nothing.</param>
    public IResult Show(int status, string title, string explanation, Html remedy = default, string? reference = null)
        => layout.Page(title, Html.Of($"""
            <section class="card problem" role="alert">
              <h1>{title}</h1>
              <p class="lead">{explanation}</p>
              {remedy}
              {(reference is null ? default : Html.Of($"""<p class="reference">For our support: <code>{reference}</code></p>"""))}
            </section>
            <p><a href="/">Back to all sellers</a></p>
            """), status);
}
