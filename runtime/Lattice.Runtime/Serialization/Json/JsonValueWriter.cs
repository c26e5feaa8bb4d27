using System.ComponentModel;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Writes an element of a list or the value of an entry of a map in a JSON body.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="json">The writer.</param>
/// <param name="value">The element.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void JsonValueWriter<in T>(JsonBodyWriter json, T value);
