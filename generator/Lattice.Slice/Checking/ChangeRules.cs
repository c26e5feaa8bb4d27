using static Lattice.Slice.Checking.ChangeKind;

namespace Lattice.Slice.Checking;

/// <summary>
/// The class of every kind of change, and the sentence that a person reads. One question decides a class: what happens to a
/// program that was right before, once the slice is refreshed and the program built again?
/// <list type="bullet">
/// <item><description>
/// Breaking source: the compiler may stop at it or warn of it. A warning counts, because projects make errors of warnings:
/// so <c>[Obsolete]</c> and a <c>?</c> that comes or goes count (the <c>?</c> of a number changes its type anyway, and a test
/// that makes a resource by hand assigns null to it). A secret changes its type to SecretString. A value of an enum that is
/// gone takes its member along, in answers as well as in parameters.
/// </description></item>
/// <item><description>
/// Breaking behaviour: it compiles, but Stripe refuses what it took (a parameter that became required is never
/// <c>required</c> in C#, so only Stripe's 400 tells), or answers what it did not. A new release is here although the
/// specification shows only a part of it, because every call is made with it.
/// </description></item>
/// <item><description>
/// Addition: the program runs as before. New values of an enum and new error codes are additions, because both are open: a
/// program has to expect values that it does not know. Within one release (<c>2026-09-30.endive</c> to
/// <c>2026-10-28.endive</c>) Stripe only adds, so that a later version of it is an addition too.
/// </description></item>
/// <item><description>
/// Documentation: nothing that a program could notice. It is shown, but it is nothing to act on.
/// </description></item>
/// </list>
/// </summary>
internal static class ChangeRules
{
    private static readonly Dictionary<ChangeKind, ChangeRule> s_rules = new()
    {
        [OperationRemoved] = Source(
            "The specification has {name} no longer, so the method goes. Stop calling it and take the operation out "
            + "of slice.json."),
        [OperationMoved] = Source(
            "{old} has become {new}. If that is a create, put it into slice.json in place of the old one and call the "
            + "method that it gives."),
        [OperationNoLongerCreate] = Source(
            "By the rules of Stripe's paths {name} is no longer a create ({new}). List it under {old} in slice.json "
            + "to keep its method."),
        [NoLongerGenerated] = Source(
            "There is no C# for the shape that {name} has now, so the member goes; the build says why. Stop using it."),
        [NotGenerated] = Source(
            "The build will report this: {new}. "
            + "What is left out can still be used: a parameter through ExtraParameters, a field through GetExtraFields()."),
        [ConfigurationOutdated] = Source(
            "What slice.json says of {name} under {old} no longer fits: it {new}. Mend slice.json before you refresh the slice."),
        [OperationDeprecated] = Source("{name} is deprecated: whoever calls it gets the warning CS0618. {new}"),
        [MethodRenamed] = Source("{name} is now called by {new}, no longer by {old}. Change the calls."),
        [MethodSignatureChanged] = Source("{name} takes {new}, no longer {old}. Change the calls."),
        [ParameterRemoved] = Source("Stripe no longer takes {name}, so the property goes. Stop setting it."),
        [ParameterRenamed] = Source("The property for {name} is called {new}, no longer {old}. Change the name where it is set."),
        [ParameterTypeChanged] = Source("{name} is {new}, no longer {old}. Change what is assigned to it."),
        [ParameterBecameClearable] = Source(
            "{name} can be cleared: {old} becomes {new}. Assigning a value compiles as before; mend what reads it or "
            + "assigns a nullable."),
        [ParameterNoLongerClearable] = Source(
            "{name} can no longer be cleared: {old} becomes {new}. Stop assigning Clearable.Clear to it."),
        [ParameterDeprecated] = Source("{name} is deprecated: whoever sets it gets the warning CS0618. {new}"),
        [ParameterValueRemoved] = Source("{name} no longer takes {old}, so the member goes. Choose another value."),
        [ParameterValueRenamed] = Source(
            "The member for {name} is called {new}, no longer {old}, which may be another value now. Change the name where it is set."),
        [ParameterAlternativeRemoved] = Source("{name} no longer takes {old}. Assign what it still takes."),
        [FieldRemoved] = Source("Stripe no longer answers {name}, so the property goes. Stop reading it."),
        [FieldRenamed] = Source("The property for {name} is called {new}, no longer {old}. Change the name where it is read."),
        [FieldTypeChanged] = Source("{name} is {new}, no longer {old}. Change what reads it."),
        [FieldBecameNullable] = Source("{name} may be null: {old} becomes {new}. Handle null where it is read."),
        [FieldNoLongerNullable] = Source(
            "{name} is always there: {old} becomes {new}. Drop HasValue and Value where it is read, and null where a "
            + "test assigns it."),
        [FieldDeprecated] = Source("{name} is deprecated: whoever reads it gets the warning CS0618. {new}"),
        [FieldValueRemoved] = Source("{name} is no longer {old}, so the member goes. Stop comparing with it."),
        [FieldValueRenamed] = Source(
            "The member for {name} is called {new}, no longer {old}, which may be another value now. Change the name where it is compared with."),
        [FieldAlternativeRemoved] = Source("{name} is no longer {old}, so the property for it goes. Stop reading it."),
        [BecameSensitive] = Source(
            "{name} is a secret: {old} becomes {new}. Its text comes out of Reveal() alone; let no log or store hold it."),
        [NoLongerSensitive] = Source(
            "{name} is marked as a secret no longer: {old} becomes {new}. Make sure that it may be printed, or mark "
            + "it in slice.json again."),

        [ApiReleaseChanged] = Behavior(
            "Calls are made with the version {new} in place of {old}. It changes more than the specification shows: "
            + "read Stripe's changelog between the two."),
        [BodyFormatChanged] = Behavior(
            "The body of {name} is sent as {new}, no longer as {old}. Look at stand-ins, recorded calls and clients "
            + "of your own that expect the old form."),
        [ServerChanged] = Behavior("{name} is sent to {new}, no longer to {old}. Let firewalls and proxies pass it."),
        [ErrorCodeRemoved] = Behavior(
            "{name} no longer fails with the code {old}. Find out what it answers instead, and handle that."),
        [RequiredParameterAdded] = Behavior("Stripe takes {name}, as {new}, and requires it: calls without it get a 400. Set it."),
        [ParameterBecameRequired] = Behavior("Stripe requires {name}: calls without it get a 400. Set it."),
        [CollectionBecameClearable] = Behavior(
            "{name} can be cleared: an empty list, which was not sent before, now clears what is stored. Leave the property "
            + "null where nothing is to be cleared."),
        [CollectionNoLongerClearable] = Behavior(
            "{name} can no longer be cleared: an empty list, which cleared what is stored, is no longer sent. Find out how "
            + "Stripe clears it now."),
        [MapNoLongerClearable] = Behavior(
            "{name} can no longer be cleared: Clearable.Clear gets a 400. Stop assigning it."),
        [ParameterLimitNarrowed] = Behavior(
            "{name} has the limit {new}, which was {old}: other values get a 400. Check what is sent."),
        [FieldMayBeAbsent] = Behavior("{name} may be null or absent: its Id is null then. Handle that where it is read."),
        [FieldLiteralChanged] = Behavior("{name} is always {new}, no longer {old}. Change what compares with it."),

        [ApiVersionChanged] = Addition(
            "Calls are made with the version {new} in place of {old}, which is of the same release. Nothing has to change."),
        [OperationAdded] = Addition("The slice gets {name}. Call the method if you need it."),
        [ErrorCodeAdded] = Addition("{name} may fail with the code {new}. Handle it if it needs more than other errors do."),
        [ParameterAdded] = Addition("Stripe takes {name}, as {new}. Set it if you need it."),
        [ParameterBecameOptional] = Addition("Stripe no longer requires {name}. Leave it out if you like."),
        [MapBecameClearable] = Addition("{name} can be cleared. Assign Clearable.Clear to it if you need that."),
        [ParameterLimitWidened] = Addition("{name} has the limit {new}, which was {old}."),
        [ParameterValueAdded] = Addition("{name} takes {new}."),
        [ParameterAlternativeAdded] = Addition("{name} takes {new} as well."),
        [FieldAdded] = Addition("Stripe answers {name}, as {new}. Read it if you need it."),
        [FieldLiteralOpened] = Addition(
            "{name}, which was always {old}, may have other values. Expect values that you do not know."),
        [FieldValueAdded] = Addition("{name} may be {new}. Handle it where you tell the values apart."),
        [FieldAlternativeAdded] = Addition("{name} may be {new}. Handle it where you tell the types apart."),

        [OperationNoLongerDeprecated] = Documentation("{name} is no longer deprecated."),
        [ParameterNoLongerDeprecated] = Documentation("{name} is no longer deprecated."),
        [FieldNoLongerDeprecated] = Documentation("{name} is no longer deprecated."),
        [FieldPresenceChanged] = Documentation("{name} is {new} in the specification, which was {old}. Its C# type stays."),
        [FieldLiteralFixed] = Documentation("{name} is always {new}."),
        [WireFormatChanged] = Documentation("{name} is written as {new}, which was {old}. Its C# type stays."),
        [DescriptionChanged] = Documentation("The description of {name} has changed."),
    };

    public static ChangeRule Get(ChangeKind kind) => s_rules[kind];

    private static ChangeRule Source(string template) => new(ChangeClass.BreakingSource, template);

    private static ChangeRule Behavior(string template) => new(ChangeClass.BreakingBehavior, template);

    private static ChangeRule Addition(string template) => new(ChangeClass.Addition, template);

    private static ChangeRule Documentation(string template) => new(ChangeClass.Documentation, template);
}
