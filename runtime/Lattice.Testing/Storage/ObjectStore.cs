namespace Lattice.Stripe.Testing.Storage;

/// <summary>
/// The objects of a stand-in, in limited memory: when it is used up, the objects whose last change was longest ago are forgotten. It is
/// not thread-safe; <see cref="Gate"/> is the lock of its users.
/// </summary>
/// <param name="capacity">The maximum memory in bytes; 0: nothing is kept.</param>
internal sealed class ObjectStore(long capacity)
{
    private readonly Dictionary<ObjectKey, Entry> _entries = [];
    private readonly Dictionary<(ObjectScope Scope, string Kind), LinkedList<Entry>> _collections = [];
    private readonly LinkedList<Entry> _leastRecentFirst = [];
    private long _last;
    private long _size;

    public object Gate { get; } = new();

    public bool KeepsNothing => capacity == 0;

    /// <summary>Finds an object, which may be a deleted one.</summary>
    public StoredObject? Find(ObjectKey key) => _entries.GetValueOrDefault(key)?.Object;

    /// <summary>Adds an object, or replaces it in its place in the order of creation. A deleted object loses its place.</summary>
    public void Put(StoredObject stored)
    {
        if (_entries.TryGetValue(stored.Key, out Entry? entry))
        {
            _size -= entry.Object.Size;
            _leastRecentFirst.Remove(entry.Age);
            entry.Object = stored;
        }
        else
        {
            entry = new Entry(stored);
            _entries.Add(stored.Key, entry);
        }

        if (stored.IsDeleted)
        {
            Unplace(entry);
        }
        else if (entry.Place is null)
        {
            Place(entry);
        }

        _size += stored.Size;
        _leastRecentFirst.AddLast(entry.Age);
        while (_size > capacity && _leastRecentFirst.First is { } oldest)
        {
            Remove(oldest.Value.Object.Key);
        }
    }

    public void Remove(ObjectKey key)
    {
        if (_entries.Remove(key, out Entry? entry))
        {
            _size -= entry.Object.Size;
            _leastRecentFirst.Remove(entry.Age);
            Unplace(entry);
        }
    }

    /// <summary>The objects of several kinds that are not deleted.</summary>
    /// <param name="scope">Where they are.</param>
    /// <param name="kinds">Their kinds.</param>
    /// <param name="newestFirst">Whether the objects that were created last come first.</param>
    /// <param name="after">The object after which to start; null: the first one.</param>
    public IEnumerable<StoredObject> Read(
        ObjectScope scope, IReadOnlyCollection<string> kinds, bool newestFirst = true, StoredObject? after = null)
    {
        Entry? start = after is null ? null : _entries[after.Key];
        IEnumerable<Entry>[] walks = [.. kinds.Select(kind => Walk(_collections.GetValueOrDefault((scope, kind)), newestFirst, start))];
        return (walks is [var only] ? only : Merge(walks, newestFirst)).Select(entry => entry.Object);
    }

    private static IEnumerable<Entry> Merge(IEnumerable<Entry>[] walks, bool newestFirst)
    {
        IEnumerable<Entry> all = walks.SelectMany(walk => walk);
        return newestFirst ? all.OrderByDescending(entry => entry.Number) : all.OrderBy(entry => entry.Number);
    }

    private static IEnumerable<Entry> Walk(LinkedList<Entry>? collection, bool newestFirst, Entry? start)
    {
        LinkedListNode<Entry>? node = start?.Place is { } place && place.List == collection ? Next(place)
            : newestFirst ? collection?.Last
            : collection?.First;
        for (; node is not null; node = Next(node))
        {
            if (start is null || node.Value.Number < start.Number == newestFirst)
            {
                yield return node.Value;
            }
        }

        LinkedListNode<Entry>? Next(LinkedListNode<Entry> current) => newestFirst ? current.Previous : current.Next;
    }

    private void Place(Entry entry)
    {
        (ObjectScope, string) collection = (entry.Object.Key.Scope, entry.Object.Kind);
        if (!_collections.TryGetValue(collection, out LinkedList<Entry>? entries))
        {
            _collections.Add(collection, entries = []);
        }

        entry.Number = ++_last;
        entry.Place = entries.AddLast(entry);
    }

    private static void Unplace(Entry entry)
    {
        entry.Place?.List!.Remove(entry.Place);
        entry.Place = null;
    }

    private sealed class Entry
    {
        public Entry(StoredObject stored)
        {
            Object = stored;
            Age = new LinkedListNode<Entry>(this);
        }

        public StoredObject Object { get; set; }

        /// <summary>The place in the order of the last changes.</summary>
        public LinkedListNode<Entry> Age { get; }

        /// <summary>The number in the order of creation, across all kinds.</summary>
        public long Number { get; set; }

        /// <summary>The place among the objects of the same kind; null if the object is deleted.</summary>
        public LinkedListNode<Entry>? Place { get; set; }
    }
}
