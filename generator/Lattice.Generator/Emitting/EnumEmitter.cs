using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Emits the known values of an open enum as constants, which also work in a <c>switch</c>.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumType type)
    {
        string name = type.Type.Name;
        DocComment.WriteSummary(writer, type.Description, $"The known values of <c>{name}</c>.");
        TypeEmitter.WriteGeneratedCode(writer, hasCode: false);
        SchemaAttribute.Write(writer, type);
        using (writer.Block($"{type.Spec.Visibility} abstract partial class {name} : {CSharp.Runtime}.StripeEnumValues"))
        {
            for (int i = 0; i < type.Members.Count; i++)
            {
                EnumMember member = type.Members[i];
                if (member.Description.Length > 0)
                {
                    if (i > 0)
                    {
                        writer.Write();
                    }

                    DocComment.WriteSummary(writer, member.Description, fallback: "");
                }

                TypeEmitter.WriteObsolete(writer, member.Obsolete);
                writer.Write($"public const string {member.Name} = {CSharp.Literal(member.Value)};");
            }
        }
    }
}
