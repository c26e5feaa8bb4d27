using System.ComponentModel;

namespace Lattice.Stripe.Serialization.Form;

/// <summary>Writes an element of a list or an entry of a map to a form, under the current name of the form.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="form">The form to write to.</param>
/// <param name="value">The element.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void FormValueWriter<in T>(ref FormWriter form, T value);
