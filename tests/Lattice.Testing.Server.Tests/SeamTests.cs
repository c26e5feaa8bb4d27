using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>The internal members of Lattice.Testing that the server uses.</summary>
public class SeamTests
{
    [Fact]
    public void The_server_uses_few_internal_members_of_the_stand_in() => Assert.Equal(
        [
            "Pipeline.ApiRequest..ctor",
            "Pipeline.ChangePublisher.add_Changed",
            "Pipeline.ChangePublisher.remove_Changed",
            "Pipeline.HostedPageAddress.AddServer",
            "Pipeline.HostedPageAddress.RemoveServer",
            "Responses.ApiResponse.get_Body",
            "Responses.ApiResponse.get_ContentType",
            "Responses.ApiResponse.get_Headers",
            "Responses.ApiResponse.get_StatusCode",
            "StripeStandIn.RespondAsync",
            "StripeStandIn.get_Changes",
            "StripeStandIn.get_Clock",
            "StripeStandIn.get_Pages",
        ],
        ReadUsedMembers().Where(member => !IsPublic(member.Type, member.Name))
            .Select(member => $"{member.Type.FullName}.{member.Name}".Replace("Lattice.Stripe.Testing.", "", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal));

    /// <summary>The members of Lattice.Testing that the server's assembly refers to.</summary>
    private static List<(Type Type, string Name)> ReadUsedMembers()
    {
        using var file = new PEReader(File.OpenRead(typeof(StripeStandInServer).Assembly.Location));
        MetadataReader reader = file.GetMetadataReader();
        List<(Type, string)> members = [];
        foreach (MemberReference member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (member.Parent.Kind == HandleKind.TypeReference
                && FindType(reader, reader.GetTypeReference((TypeReferenceHandle)member.Parent)) is { } type)
            {
                members.Add((type, reader.GetString(member.Name)));
            }
        }

        return members;
    }

    private static Type? FindType(MetadataReader reader, TypeReference type) => typeof(StripeStandIn).Assembly.GetType(
        $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}");

    private static bool IsPublic(Type type, string member) => type.IsVisible
        && type.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0;
}
