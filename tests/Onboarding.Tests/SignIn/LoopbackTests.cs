using System.Net;
using Onboarding.SignIn;

namespace Onboarding.Tests.SignIn;

/// <summary>Addresses that no test can listen on, because a port or the operating system is missing.</summary>
public sealed class LoopbackTests
{
    [Theory]
    [InlineData("http://localhost:5180", true)]
    [InlineData("http://LOCALHOST:5180", true)]
    [InlineData("https://shop.localhost:5180", true)]
    [InlineData("http://[::1]:5180", true)]
    [InlineData("http://[::ffff:127.0.0.1]:5180", true)]
    [InlineData("http://127.255.255.254:5180", true)]
    [InlineData("http://unix:/run/onboarding.sock", true)]
    [InlineData("http://pipe:/onboarding", false)]
    [InlineData("http://[::ffff:203.0.113.7]:5180", false)]
    [InlineData("http://[fe80::1]:5180", false)]
    [InlineData("http://128.0.0.1:5180", false)]
    [InlineData("http://machine:5180", false)]
    [InlineData("http://localhost.example:5180", false)]
    [InlineData("http://<file handle>", false)]
    [InlineData("", false)]
    public void Which_addresses_only_this_machine_can_reach(string address, bool isLoopback) =>
        Assert.Equal(isLoopback, Loopback.IsServerAddress(address));

    [Theory]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:203.0.113.7", false)]
    [InlineData("::", false)]
    [InlineData("0.0.0.0", false)]
    public void Which_ends_of_a_connection_are_on_this_machine(string address, bool isLoopback) =>
        Assert.Equal(isLoopback, Loopback.IsAddress(IPAddress.Parse(address)));
}
