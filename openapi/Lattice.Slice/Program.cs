using System.CommandLine;

var root = new RootCommand("Chooses which of Stripe's create operations the SDK is compiled from, and says what a newer specification changes.");
return await root.Parse(args).InvokeAsync();
