namespace Lattice.Stripe.Serialization.Json;

/// <content>Pages of lists: as the value of a field, and as a whole response.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>Reads a page of objects.</summary>
    public StripeList<T>? ReadPage<T>()
        where T : StripeObject, IJsonReadable<T> => ReadPage<T>(TryReadElement);

    /// <summary>Reads a page of references.</summary>
    public StripeList<Expandable<T>>? ReadExpandablePage<T>()
        where T : StripeObject, IJsonReadable<T> => ReadPage<Expandable<T>>(TryReadExpandableElement);

    /// <summary>Reads a response that is a page of objects.</summary>
    /// <param name="json">The reader, at the start of the page.</param>
    public static StripeList<T> ReadList<T>(ref StripeJsonReader json)
        where T : StripeObject, IJsonReadable<T>
    {
        StripeList<T> page = json.ReadPageFields<T>(TryReadElement, canBeOfV2: true);
        json.NoteExpectedObject(page.Object is "list" or "search_result", isAbsent: page.Object.Length == 0, "list");
        return page;
    }

    private StripeList<T>? ReadPage<T>(ElementReader<T> readElement)
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        StripeList<T>? page = null;
        if (TryEnterObject())
        {
            ReadState outer = _fields;
            _fields = default;
            page = ReadPageFields(readElement, canBeOfV2: false);
            _fields = outer;
            _level--;
        }
        else
        {
            KeepUnlessNull(name);
        }

        MoveToField();
        return page;
    }

    private StripeList<T> ReadPageFields<T>(ElementReader<T> readElement, bool canBeOfV2)
    {
        IReadOnlyList<T>? data = null;
        PageFields fields = default;
        while (ReadFields())
        {
            if (IsField("data"u8))
            {
                data = ReadList(readElement);
            }

            ReadPageField(ref fields);
        }

        AddIfMissing(data is null, "data");
        // In API v2, each of the URLs can be absent, and then none of the fields of v1 is there either.
        bool isOfV2 = fields.IsOfV2 || (canBeOfV2 && fields is { HasMore: null, Object: null, Url: null });
        AddIfMissing(fields.HasMore is null && !isOfV2, "has_more");
        AddIfMissing(fields.Object is null && !isOfV2, "object");
        AddIfMissing(fields.Url is null && !isOfV2, "url");
        return new StripeList<T>(ref this)
        {
            Data = data ?? [],
            HasMore = fields.HasMore ?? fields.NextPageUrl is not null,
            NextPage = fields.NextPage,
            NextPageUrl = fields.NextPageUrl,
            Object = fields.Object ?? "",
            PreviousPageUrl = fields.PreviousPageUrl,
            TotalCount = fields.TotalCount,
            Url = fields.Url ?? "",
        };
    }

    /// <summary>Reads the current field if it is one of a page, in the order of their names. It does not depend on the elements.</summary>
    private void ReadPageField(ref PageFields fields)
    {
        if (IsField("has_more"u8))
        {
            fields.HasMore = ReadBoolean();
        }

        if (IsField("next_page"u8))
        {
            fields.NextPage = ReadString();
        }

        if (IsField("next_page_url"u8))
        {
            fields.IsOfV2 = true;
            fields.NextPageUrl = ReadString();
        }

        if (IsField("object"u8))
        {
            fields.Object = ReadString();
        }

        if (IsField("previous_page_url"u8))
        {
            fields.IsOfV2 = true;
            fields.PreviousPageUrl = ReadString();
        }

        if (IsField("total_count"u8))
        {
            fields.TotalCount = ReadInt64();
        }

        if (IsField("url"u8))
        {
            fields.Url = ReadString();
        }
    }

    private void AddIfMissing(bool isMissing, string name)
    {
        if (isMissing)
        {
            AddMissing("StripeList", name);
        }
    }

    private struct PageFields
    {
        public bool? HasMore;
        public bool IsOfV2;
        public string? NextPage;
        public string? NextPageUrl;
        public string? Object;
        public string? PreviousPageUrl;
        public long? TotalCount;
        public string? Url;
    }
}
