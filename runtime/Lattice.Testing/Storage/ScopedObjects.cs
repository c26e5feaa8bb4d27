using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Storage;

/// <summary>The objects that a request can see. Its users hold <see cref="ObjectStore.Gate"/>.</summary>
internal sealed class ScopedObjects(ObjectStore store, ObjectScope scope)
{
    public ObjectScope Scope => scope;

    /// <summary>Whether nothing is kept, so that nobody can know which ids exist.</summary>
    public bool KeepsNothing => store.KeepsNothing;

    /// <summary>Finds an object, which may be a deleted one. A connected account sees itself as well.</summary>
    public StoredObject? Find(string kind, string id)
        => store.Find(new ObjectKey(scope, kind, id))
            ?? (id == scope.Account ? store.Find(new ObjectKey(scope with { Account = null }, kind, id)) : null);

    public StoredObject? Find(IEnumerable<string> kinds, string id)
        => kinds.Select(kind => Find(kind, id)).FirstOrDefault(found => found is not null);

    /// <summary>The objects of some kinds that refer to a parent, newest first.</summary>
    public IEnumerable<StoredObject> ReadChildren(StoredObject parent, IReadOnlyCollection<string> kinds)
    {
        string name = ObjectSchemas.ReferenceNameOf(parent.Kind);
        return Read(kinds).Where(child => child.References.GetValueOrDefault(name) == parent.Id);
    }

    /// <inheritdoc cref="ObjectStore.Read"/>
    public IEnumerable<StoredObject> Read(IReadOnlyCollection<string> kinds, bool newestFirst = true, StoredObject? after = null)
        => store.Read(scope, kinds, newestFirst, after);

    public void Put(StoredObject stored) => store.Put(stored);

    public void Remove(StoredObject stored) => store.Remove(stored.Key);
}
