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

    /// <summary>A form that is too old, or that the app did not create for this browser.</summary>
    public IResult ShowExpiredForm() => ShowRejectedForm(StatusCodes.Status400BadRequest, "This page was open for too long");

    /// <summary>A body that is not a form.</summary>
    public IResult ShowUnreadableForm(int status) => ShowRejectedForm(status, "The form could not be read");

    private IResult ShowRejectedForm(int status, string title) =>
        Show(status, title, "Nothing has changed. Go back to the list of sellers and try again.");
}
