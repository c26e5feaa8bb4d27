using System.Runtime.CompilerServices;

namespace Lattice.Slice.Checking.Changes;

/// <summary>
/// All kinds of changes, each with its class and with what to do about it. A parameter is part of a request, a field is part of a
/// response. One question decides the class: what happens to a correct program when its slice is updated and it is built again?
/// <list type="bullet">
/// <item><description>
/// Breaking source: the compiler may report an error or a warning. Warnings count because projects treat them as errors, so
/// <c>[Obsolete]</c> counts, and so does a <c>?</c> that appears or disappears (it changes the type of a number, and a test that
/// creates a resource assigns null to it). A secret changes its type to SecretString. A removed enum value removes its member, in
/// responses as well as in parameters. An operation of another kind, such as a GET that returns a list instead of one object, has another
/// method.
/// </description></item>
/// <item><description>
/// Breaking behavior: the code compiles, but Stripe rejects what it accepted before (a parameter that became required is never
/// <c>required</c> in C#, so only Stripe's 400 reports it), or returns something else. A new release is in this class although the
/// specification shows only a part of it, because every call uses it.
/// </description></item>
/// <item><description>
/// Addition: the program runs as before. New enum values and new error codes are additions because both are open: a program must
/// expect unknown values. Within one release (<c>2026-09-30.endive</c> to <c>2026-10-28.endive</c>), Stripe only adds, so a later
/// version of the same release is an addition too.
/// </description></item>
/// <item><description>
/// Documentation: no program can notice it. It is reported, but requires no action.
/// </description></item>
/// </list>
/// </summary>
internal static class ChangeRules
{
    public static readonly ChangeRule OperationRemoved = Source(
        "The specification no longer has {name}, so the method is removed. Stop calling it, and remove the operation from slice.json.");

    public static readonly ChangeRule OperationMoved = Source(
        "{old} is now {new}. Replace the old one with it in slice.json and call its method.");

    public static readonly ChangeRule OperationNotListed = Source(
        "slice.json does not list {name}, so the method is removed. Add it to slice.json, or stop calling the method.");

    public static readonly ChangeRule OperationNoLongerGenerated = Source(
        "{name} can no longer be generated: {new}. The method is removed. Stop calling it, and remove the operation from slice.json.");

    public static readonly ChangeRule OperationKindChanged = Source(
        "By its path and response, {name} is {new}, no longer {old}, and so its method changes. Change the calls. If only the path of a "
        + "POST suggests it, \"as\" in slice.json keeps the method.");

    public static readonly ChangeRule NoLongerGenerated = Source(
        "The new shape of {name} cannot be expressed in C#, so the member is removed; the build reports the reason. Stop using it.");

    public static readonly ChangeRule BuildFails = Source(
        "The build will fail: {new}. Fix it in slice.json, for example with a name, before you update the slice.");

    public static readonly ChangeRule ConfigurationOutdated = Source(
        "{name} under {old} in slice.json no longer applies: it {new}. Fix slice.json before you update the slice.");

    public static readonly ChangeRule OperationDeprecated = Source(
        "{name} is deprecated: calling it causes the warning CS0618, an error where warnings are errors. {new} Replace the calls, or "
        + "suppress the warning where you still need them.");

    public static readonly ChangeRule MethodRenamed = Source("The method for {name} is {new}, no longer {old}. Change the calls.");

    public static readonly ChangeRule MethodSignatureChanged = Source(
        "The method for {name} has {new}, no longer {old}. Change the calls.");

    public static readonly ChangeRule MethodResultChanged = Source(
        "The method for {name} returns {new}, no longer {old}. Change the code that uses the result.");

    public static readonly ChangeRule PagingRemoved = Source(
        "The pages of {name} can no longer be followed, so {old} is removed. Read the first page with the other method.");

    public static readonly ChangeRule ParameterRemoved = Source(
        "Stripe no longer accepts {name}, so the property is removed. Stop setting it.");

    public static readonly ChangeRule ParameterRenamed = Source(
        "The property for {name} is named {new}, no longer {old}. Change the name where it is set.");

    public static readonly ChangeRule ParameterTypeChanged = Source(
        "{name} is {new}, no longer {old}. Change the values that are assigned to it.");

    public static readonly ChangeRule ParameterBecameClearable = Source(
        "{name} can be cleared: {old} becomes {new}. Assigning a value compiles as before; change code that reads it or assigns a "
        + "nullable value.");

    public static readonly ChangeRule ParameterNoLongerClearable = Source(
        "{name} can no longer be cleared: {old} becomes {new}. Stop assigning Clearable.Clear to it.");

    public static readonly ChangeRule ParameterDeprecated = Source(
        "{name} is deprecated: setting it causes the warning CS0618, an error where warnings are errors. {new} Stop setting it, or "
        + "suppress the warning where you still need it.");

    public static readonly ChangeRule ParameterValueRemoved = Source(
        "{name} no longer accepts {old}, so the member is removed. Choose another value.");

    public static readonly ChangeRule ParameterValueRenamed = Source(
        "The member for {name} is named {new}, no longer {old}, which may now be another value. Change the name where it is set.");

    public static readonly ChangeRule ParameterValueDeprecated = Source(
        "The value {name} is deprecated: its member causes the warning CS0618, an error where warnings are errors. {new}");

    public static readonly ChangeRule ParameterAlternativeRemoved = Source(
        "{name} no longer accepts {old}. Assign something that it accepts.");

    public static readonly ChangeRule FieldRemoved = Source(
        "Stripe no longer returns {name}, so the property is removed. Stop reading it.");

    public static readonly ChangeRule FieldRenamed = Source(
        "The property for {name} is named {new}, no longer {old}. Change the name where it is read.");

    public static readonly ChangeRule FieldTypeChanged = Source("{name} is {new}, no longer {old}. Change the code that reads it.");

    public static readonly ChangeRule FieldBecameNullable = Source(
        "{name} may be null: {old} becomes {new}. Handle null where it is read.");

    public static readonly ChangeRule FieldNoLongerNullable = Source(
        "{name} is always present: {old} becomes {new}. Remove HasValue and Value where it is read, and null where a test assigns it.");

    public static readonly ChangeRule FieldBecameExpandable = Source(
        "{name} can be expanded: {old} becomes {new}. Read its Id where you read the text, and its Value if you expand it.");

    public static readonly ChangeRule FieldNoLongerExpandable = Source(
        "{name} can no longer be expanded: {old} becomes {new}. Stop expanding it, which now gets a 400, and read the text instead of Id.");

    public static readonly ChangeRule FieldDeprecated = Source(
        "{name} is deprecated: reading it causes the warning CS0618, an error where warnings are errors. {new} Stop reading it, or "
        + "suppress the warning where you still need it.");

    public static readonly ChangeRule FieldValueRemoved = Source(
        "{name} is never {old} anymore, so the member is removed. Stop comparing with it.");

    public static readonly ChangeRule FieldValueRenamed = Source(
        "The member for {name} is named {new}, no longer {old}, which may now be another value. Change the name in comparisons.");

    public static readonly ChangeRule FieldValueDeprecated = Source(
        "The value {name} is deprecated: its member causes the warning CS0618, an error where warnings are errors. {new}");

    public static readonly ChangeRule FieldAlternativeRemoved = Source(
        "{name} is never {old} anymore, so the property for it is removed. Stop reading it.");

    public static readonly ChangeRule BecameSensitive = Source(
        "{name} is a secret: {old} becomes {new}. Only Reveal() returns its text; do not log or store it.");

    public static readonly ChangeRule NoLongerSensitive = Source(
        "{name} is no longer a secret: {old} becomes {new}. Make sure that it may be printed, or mark it as sensitive in slice.json.");

    public static readonly ChangeRule ApiReleaseChanged = Behavior(
        "Calls use the version {new} instead of {old}. It changes more than the specification shows: read Stripe's changelog between "
        + "the two versions.");

    public static readonly ChangeRule BodyFormatChanged = Behavior(
        "The body of {name} is sent as {new}, no longer as {old}. Check stubs, recorded calls and custom clients that expect the old "
        + "format.");

    public static readonly ChangeRule ServerChanged = Behavior(
        "{name} is sent to {new}, no longer to {old}. Allow it in firewalls and proxies.");

    public static readonly ChangeRule ServerNotUsed = Behavior(
        "The specification names another server, which is not used: {new}. Calls are sent to the server of all operations. Check that "
        + "Stripe still accepts them there.");

    public static readonly ChangeRule ErrorCodeRemoved = Behavior(
        "{name} no longer fails with the code {old}. Find out what it returns instead, and handle that.");

    public static readonly ChangeRule ParameterWireNameChanged = Behavior(
        "The property is sent as {new}, no longer as {old}. Code that sets it compiles as before. Change {old} in ExtraParameters, in "
        + "comparisons with the Param of an error, and in stubs and recorded requests of tests.");

    public static readonly ChangeRule ParameterValueWireNameChanged = Behavior(
        "The member stands for {new}, no longer for {old}. Code that uses the member compiles as before. Change {old} where it is written "
        + "as text, such as in a database, and build everything that uses the member again.");

    public static readonly ChangeRule RequiredParameterAdded = Behavior(
        "Stripe accepts {name}, as {new}, and requires it: calls without it get a 400. Set it.");

    public static readonly ChangeRule RequiredParameterNotGenerated = Behavior(
        "Stripe requires a parameter that cannot be expressed in C#: {new}. Calls without it get a 400. Send it through ExtraParameters.");

    public static readonly ChangeRule ParameterBecameRequired = Behavior("Stripe requires {name}: calls without it get a 400. Set it.");

    public static readonly ChangeRule CollectionBecameClearable = Behavior(
        "{name} can be cleared: an empty list, which was not sent before, now clears the stored list. Leave the property null if nothing "
        + "should be cleared.");

    public static readonly ChangeRule CollectionNoLongerClearable = Behavior(
        "{name} can no longer be cleared: an empty list, which cleared the stored list, is no longer sent. Find out how Stripe clears it "
        + "now.");

    public static readonly ChangeRule MapNoLongerClearable = Behavior(
        "{name} can no longer be cleared: Clearable.Clear gets a 400. Stop assigning it.");

    public static readonly ChangeRule ParameterLimitNarrowed = Behavior(
        "{name} has the limit {new}, which was {old}: other values get a 400. Check the values that are sent.");

    public static readonly ChangeRule FieldMayBeAbsent = Behavior(
        "{name} may be null or absent; its Id is then null. Handle that where it is read.");

    public static readonly ChangeRule FieldWireNameChanged = Behavior(
        "The property is read from {new}, no longer from {old}. Code that reads it compiles as before. Change {old} in the Expand of "
        + "requests, in code that reads JSON itself, and in the JSON of tests.");

    public static readonly ChangeRule FieldValueWireNameChanged = Behavior(
        "The member stands for {new}, no longer for {old}. Code that compares with the member compiles as before. Change {old} where it is "
        + "written as text, such as in a database, and build everything that uses the member again.");

    public static readonly ChangeRule FieldExpansionRemoved = Behavior(
        "{name} can no longer be expanded: a request that expands it gets a 400. Stop expanding it. Its type, {old}, does not change.");

    public static readonly ChangeRule FieldConstChanged = Behavior("{name} is always {new}, no longer {old}. Change comparisons with it.");

    public static readonly ChangeRule ApiVersionChanged = Addition(
        "Calls use the version {new} instead of {old}. Both belong to the same release, so nothing needs to change.");

    public static readonly ChangeRule OperationAdded = Addition("The slice now includes {name}. Call the method if you need it.");

    public static readonly ChangeRule PagingAdded = Addition(
        "The pages of {name} can be followed. Call {new} to read all of them.");

    public static readonly ChangeRule NotGenerated = Addition(
        "Something new cannot be expressed in C#, and the build will warn: {new}. Nothing that you use is removed. Send a parameter "
        + "through ExtraParameters, and read a field with GetExtraFields().");

    public static readonly ChangeRule ErrorCodeAdded = Addition(
        "{name} may fail with the code {new}. Handle it if it needs more than other errors do.");

    public static readonly ChangeRule ParameterAdded = Addition("Stripe accepts {name}, as {new}. Set it if you need it.");

    public static readonly ChangeRule ParameterBecameOptional = Addition("Stripe no longer requires {name}. You can leave it out.");

    public static readonly ChangeRule MapBecameClearable = Addition(
        "{name} can be cleared. Assign Clearable.Clear to it if you need that.");

    public static readonly ChangeRule ParameterLimitWidened = Addition("{name} has the limit {new}, which was {old}.");

    public static readonly ChangeRule ParameterValueAdded = Addition("{name} accepts {new}.");

    public static readonly ChangeRule ParameterAlternativeAdded = Addition("{name} also accepts {new}.");

    public static readonly ChangeRule FieldAdded = Addition("Stripe returns {name}, as {new}. Read it if you need it.");

    public static readonly ChangeRule FieldExpansionAdded = Addition(
        "{name} can be expanded. It stays {new}, the id, unless you run `lattice expand` for it.");

    public static readonly ChangeRule FieldConstOpened = Addition(
        "{name}, which was always {old}, may have other values. Expect unknown values.");

    public static readonly ChangeRule FieldValueAdded = Addition("{name} may be {new}. Handle it where you distinguish values.");

    public static readonly ChangeRule FieldAlternativeAdded = Addition("{name} may be {new}. Handle it where you distinguish types.");

    public static readonly ChangeRule OperationNoLongerDeprecated = Documentation("{name} is no longer deprecated.");

    public static readonly ChangeRule ParameterNoLongerDeprecated = Documentation("{name} is no longer deprecated.");

    public static readonly ChangeRule FieldNoLongerDeprecated = Documentation("{name} is no longer deprecated.");

    public static readonly ChangeRule ParameterValueNoLongerDeprecated = Documentation("The value {name} is no longer deprecated.");

    public static readonly ChangeRule FieldValueNoLongerDeprecated = Documentation("The value {name} is no longer deprecated.");

    public static readonly ChangeRule SchemaDeprecated = Documentation(
        "The schema {name} is deprecated. The compiler does not warn about its class. Find out what Stripe offers instead.");

    public static readonly ChangeRule SchemaNoLongerDeprecated = Documentation("The schema {name} is no longer deprecated.");

    public static readonly ChangeRule FieldPresenceChanged = Documentation(
        "{name} is {new} in the specification, which was {old}. Its C# type does not change.");

    public static readonly ChangeRule FieldConstFixed = Documentation("{name} is always {new}.");

    public static readonly ChangeRule WireFormatChanged = Documentation(
        "{name} is written as {new}, which was {old}. Its C# type does not change.");

    public static readonly ChangeRule DescriptionChanged = Documentation("The description of {name} has changed.");

    private static ChangeRule Source(string template, [CallerMemberName] string name = "") =>
        new(name, ChangeClass.BreakingSource, template);

    private static ChangeRule Behavior(string template, [CallerMemberName] string name = "") =>
        new(name, ChangeClass.BreakingBehavior, template);

    private static ChangeRule Addition(string template, [CallerMemberName] string name = "") => new(name, ChangeClass.Addition, template);

    private static ChangeRule Documentation(string template, [CallerMemberName] string name = "") =>
        new(name, ChangeClass.Documentation, template);
}
