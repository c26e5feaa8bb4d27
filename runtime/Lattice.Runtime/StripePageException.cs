namespace Lattice.Stripe;

/// <summary>
/// The exception for a page of a list that could not be read, after the elements before it were. To go on with that page, pass
/// <see cref="GetPage"/> to <see cref="StripePages.ReadAllAsync"/>, or set the parameter that it names.
/// </summary>
public sealed class StripePageException : StripeException
{
    private readonly StripePage? _page;

    /// <summary>Initializes the exception for an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="response">The metadata of the response, if there was one.</param>
    /// <param name="page">The page; <see langword="null"/> for the first one.</param>
    /// <param name="pageNumber">The number of the page in this enumeration, from 1.</param>
    /// <param name="elementsRead">The number of elements on the pages before it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public StripePageException(StripeError error, StripeResponse? response, StripePage? page, int pageNumber, long elementsRead)
        : base(error, response, $"Page {pageNumber} of the list, after {elementsRead} elements, could not be read. {error}")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageNumber, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(elementsRead);
        _page = page;
        PageNumber = pageNumber;
        ElementsRead = elementsRead;
    }

    /// <summary>The number of the page in this enumeration, from 1.</summary>
    public int PageNumber { get; }

    /// <summary>The number of elements on the pages before it. All of them were returned.</summary>
    public long ElementsRead { get; }

    /// <summary>
    /// The page that could not be read; <see langword="null"/> for the first one. It is a method and not a property because its value comes
    /// from Stripe's data: structured loggers do not read it.
    /// </summary>
    public StripePage? GetPage() => _page;
}
